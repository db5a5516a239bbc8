import { describe, expect, test } from 'vitest';
import type { StepAction } from '../../../shared/domain/playbook.ts';
import { type GroupInHand, groupStepButton } from './group-step-button.ts';

const acme = { name: 'Acme', domain: 'acme.myshopify.com' };
const birch = { name: 'Birch', domain: 'birch.myshopify.com' };
const group: GroupInHand = {
  errorType: 'ignored_by_tag',
  storeId: null,
  cause: { key: 'tag:fraud', name: 'Tagged by Fraud Filter' },
  all: '56 orders',
  stores: [acme, birch],
  language: 'en',
};
const fix = (scope: Extract<StepAction, { do: 'fix' }>['scope']): StepAction => ({
  do: 'fix',
  fix: 'remove_ignore_tag',
  scope,
});
const byTag: StepAction = { do: 'open', target: 'shopify_orders_by_tag', tag: 'bigblue-ignore' };

describe('a playbook step on a whole group', () => {
  test('plans for all orders of the type, or for those of the store in view', () => {
    expect(groupStepButton(fix('type'), group)).toMatchObject({
      scope: { errorType: 'ignored_by_tag' },
      about: '56 orders',
    });
    expect(groupStepButton(fix('type'), { ...group, storeId: 'acme' })).toMatchObject({
      scope: { errorType: 'ignored_by_tag', storeId: 'acme' },
    });
  });

  test('plans for the cause in hand and says which; without one it has no button', () => {
    expect(groupStepButton(fix('cause'), group)).toEqual({
      does: 'review',
      fix: 'remove_ignore_tag',
      scope: { cause: 'tag:fraud' },
      about: 'Tagged by Fraud Filter',
    });
    expect(groupStepButton(fix('cause'), { ...group, cause: null })).toBeNull();
  });

  test('has no button for what is about one order', () => {
    expect(groupStepButton(fix('order'), group)).toBeNull();
    expect(groupStepButton({ do: 'open', target: 'shopify_order' }, group)).toBeNull();
    expect(groupStepButton({ do: 'copy', what: 'order_name' }, group)).toBeNull();
  });

  test('opens each store’s own page by its name, a page of all stores once', () => {
    const own = groupStepButton(byTag, group);
    expect(own?.does === 'open' && own.links.map(({ about }) => about)).toEqual(['Acme', 'Birch']);
    const one = groupStepButton(byTag, { ...group, stores: [acme] });
    expect(one?.does === 'open' && one.links.map(({ about }) => about)).toEqual([null]);
    const shared = groupStepButton({ do: 'open', target: 'global_e' }, group);
    expect(shared?.does === 'open' && shared.links).toHaveLength(1);
  });
});
