import { expect, test } from 'vitest';
import { PLAYBOOK_PARTS } from '../../../shared/domain/playbook.ts';
import { STORE_CONNECTION_PLAYBOOK } from '../../../resources/playbooks/playbooks.ts';
import { storeStepButton } from './store-step-button.ts';

const store = { id: 'acme', name: 'Acme', domain: 'acme.myshopify.com' };

test('every step with an action has its button for a store that is down', () => {
  const actions = PLAYBOOK_PARTS.flatMap((part) =>
    STORE_CONNECTION_PLAYBOOK[part].flatMap(({ action }) => action ?? []),
  );
  expect(actions.length).toBeGreaterThan(3);
  for (const action of actions)
    expect([action, storeStepButton(action, { store, language: 'en', summary: 'Acme' })]).not.toEqual([
      action,
      null,
    ]);
});

test('to sync means this store alone, and its app opens in its own admin', () => {
  const button = (action: Parameters<typeof storeStepButton>[0]) =>
    storeStepButton(action, { store, language: 'en', summary: 'Acme' });
  expect(button({ do: 'sync_order' })).toEqual({ does: 'sync', storeId: 'acme' });
  expect(button({ do: 'open', target: 'shopify_apps' })).toMatchObject({
    links: [{ link: { url: 'https://admin.shopify.com/store/acme/settings/apps/development' } }],
  });
});
