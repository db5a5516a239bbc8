import { describe, expect, test } from 'vitest';
import { parsePlaybook } from './playbook.ts';

const step = (id: string, action?: object) => ({
  id,
  text: { fr: 'Relisez la commande.', en: 'Read the order again.' },
  ...(action ? { action } : {}),
});
const playbook = (change: object = {}) => ({
  errorType: 'ignored_by_tag',
  check: [step('reread', { do: 'sync_order' })],
  resolve: [step('remove_tag', { do: 'fix', fix: 'remove_ignore_tag', scope: 'order' })],
  bulk: [step('remove_all', { do: 'fix', fix: 'remove_ignore_tag', scope: 'type' })],
  prevent: [step('agree')],
  contact: [step('copy', { do: 'copy', what: 'case_summary' })],
  ...change,
});
const reading = (change: object) => () => parsePlaybook('ignored_by_tag', playbook(change));

describe('a playbook', () => {
  test('is read as it stands', () => {
    expect(parsePlaybook('ignored_by_tag', playbook())).toEqual(playbook());
  });

  test.each(['reprocess', 'snooze', 'dismiss'])('may offer %s whatever its type', (fix) => {
    expect(reading({ bulk: [step('all', { do: 'fix', fix, scope: 'type' })] })).not.toThrow();
  });

  test('cannot offer a fix that its error type does not have', () => {
    expect(reading({ resolve: [step('pay', { do: 'fix', fix: 'mark_as_paid', scope: 'order' })] })).toThrow(
      'The playbook of ignored_by_tag cannot be used: resolve.0 offers the fix mark_as_paid, which ignored_by_tag does not have; use one of remove_ignore_tag, snooze, dismiss, reprocess.',
    );
  });

  test('cannot use a step’s id twice, in whatever parts', () => {
    expect(reading({ prevent: [step('reread')] })).toThrow('prevent.0 has the id “reread” a second time');
  });

  test('needs both languages for every step', () => {
    expect(reading({ prevent: [{ id: 'agree', text: { fr: 'Convenez-en.' } }] })).toThrow(
      'prevent.0.text.en',
    );
    expect(reading({ prevent: [{ id: 'agree', text: { fr: 'Convenez-en.', en: ' ' } }] })).toThrow(
      'prevent.0.text.en',
    );
  });

  test('needs all five parts, none empty', () => {
    expect(reading({ contact: undefined })).toThrow('contact');
    expect(reading({ bulk: [] })).toThrow('bulk needs at least one step');
  });

  test.each([
    ['an unknown button', { do: 'delete_order' }],
    ['an unknown page', { do: 'open', target: 'https://evil.example/' }],
    ['a list by tag without the tag', { do: 'open', target: 'shopify_orders_by_tag' }],
    ['a scope that is none', { do: 'fix', fix: 'dismiss', scope: 'everything' }],
    ['a field too many', { do: 'sync_order', url: 'https://evil.example/' }],
  ])('refuses %s', (_what, action) => {
    expect(reading({ check: [step('reread', action)] })).toThrow('check.0.action');
  });

  test('cannot stand in for another error type', () => {
    expect(() => parsePlaybook('order_cancelled', playbook())).toThrow(
      'The playbook of order_cancelled says it is of ignored_by_tag',
    );
  });
});
