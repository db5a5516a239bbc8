import { describe, expect, it } from 'vitest';
import type { RawEvent } from './event.ts';
import { tagEventsOf } from './tag-events.ts';

const event = (message: string, more: Partial<RawEvent> = {}): RawEvent => ({
  id: 'gid://shopify/BasicEvent/1',
  createdAt: 1000,
  action: 'tags_added',
  message,
  appTitle: null,
  attributeToApp: false,
  attributeToUser: false,
  ...more,
});

describe('who tagged an order', () => {
  it('is the app that the event is attributed to', () => {
    const events = [
      event('Fraud Filter added the tag bigblue-ignore to this order.', {
        appTitle: 'Fraud Filter',
        attributeToApp: true,
      }),
    ];
    expect(tagEventsOf(events)).toEqual([
      { tag: 'bigblue-ignore', at: 1000, by: 'Fraud Filter', byKind: 'app' },
    ]);
  });

  it('is the staff member whom the message names', () => {
    const events = [
      event('Léa Moreau added the tag bigblue-ignore to this order.', { attributeToUser: true }),
    ];
    expect(tagEventsOf(events)).toEqual([
      { tag: 'bigblue-ignore', at: 1000, by: 'Léa Moreau', byKind: 'staff' },
    ]);
  });

  it('is not known where the event does not say', () => {
    expect(tagEventsOf([event('Added tag: vip')])).toEqual([
      { tag: 'vip', at: 1000, by: null, byKind: null },
    ]);
  });

  it.each([
    ['Flow added the tags vip, bigblue-ignore to this order.', ['vip', 'bigblue-ignore']],
    ['Ana added tags “a” and “b”.', ['a', 'b']],
    ['Ana added the tag <strong>Globale::Approved</strong> to the order', ['Globale::Approved']],
    ['Ana added the tag R&amp;D.', ['R&D']],
  ])('reads %s', (message, tags) => {
    expect(tagEventsOf([event(message)]).map(({ tag }) => tag)).toEqual(tags);
  });

  it.each([
    'Ana removed the tag vip from this order.',
    'Confirmation #T4N was generated for this order.',
    'Ana added a tagline to the product.',
    'Ana added a comment.',
    '',
  ])('is not told by “%s”', (message) => {
    expect(tagEventsOf([event(message)])).toEqual([]);
  });
});
