import { expect, test } from 'vitest';
import { gid } from '../../../../shared/domain/ids.ts';
import type { ContactPatch, WriteOpOf } from '../../../../shared/domain/write.ts';
import { ALL_PARTS, type DocumentPart } from '../documents/parts.ts';
import { orderContactSet } from './order-contact.ts';
import type { WriteApi } from './write-api.ts';

const op = (set: ContactPatch, base: ContactPatch): WriteOpOf<'order_contact_set'> => ({
  op: 'order_contact_set',
  order: gid('Order', 'gid://shopify/Order/1'),
  set,
  base,
});

/** A store whose order has `contact` now. */
function store(contact: { email: string | null; phone: string | null } | null, hidden: DocumentPart[] = []) {
  const order = contact && { id: gid('Order', 'gid://shopify/Order/1'), updatedAt: 7, ...contact };
  // Of all documents this write asks one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const ask = (() => Promise.resolve(order)) as WriteApi['ask'];
  const api: WriteApi = {
    parts: new Set([...ALL_PARTS].filter((part) => !hidden.includes(part))),
    now: () => 0,
    ask,
    tell: () => Promise.reject(new Error('told')),
  };
  return api;
}

const NO_PROGRESS = { value: null, save: () => undefined };

const mend = op({ email: 'aoife@example.com' }, { email: 'aoife@example,com' });

test('what is as planned upon may be written, and what was there is kept for undo', async () => {
  expect(await orderContactSet(mend).look(store({ email: 'aoife@example,com', phone: '1' }))).toEqual({
    kind: 'go',
    before: { contact: { email: 'aoife@example,com' } },
  });
});

test('what is so already is done', async () => {
  expect(await orderContactSet(mend).look(store({ email: 'Aoife@example.com', phone: null }))).toMatchObject({
    kind: 'done',
  });
});

test('somebody else’s change is a conflict, and the field that nobody touches is not looked at', async () => {
  const look = await orderContactSet(mend).look(
    store({ email: 'byrne@example.com', phone: '+353851234567' }),
  );
  expect(look).toMatchObject({
    kind: 'conflict',
    fields: [{ field: 'email', now: 'byrne@example.com', mine: 'aoife@example.com' }],
    rebased: { base: { email: 'byrne@example.com' } },
  });
});

test('a field that Shopify hides is never written: nobody could tell whose change is lost', async () => {
  expect(await orderContactSet(mend).look(store({ email: null, phone: null }, ['email']))).toMatchObject({
    kind: 'impossible',
    reason: { code: 'contact_hidden', field: 'email' },
  });
});

test('after a lost answer the order itself tells whether it took effect', async () => {
  const write = orderContactSet(op({ phone: '+33612345678' }, { phone: '0612' }));
  const before = { contact: { phone: '0612' } };
  expect(
    await write.readBack(store({ email: null, phone: '+33 6 12 34 56 78' }), before, NO_PROGRESS),
  ).toMatchObject({
    kind: 'took_effect',
    effect: { effect: 'contact', before: { phone: '0612' }, after: { phone: '+33 6 12 34 56 78' } },
  });
  expect(await write.readBack(store({ email: null, phone: '0612' }), before, NO_PROGRESS)).toMatchObject({
    kind: 'no_effect',
  });
});
