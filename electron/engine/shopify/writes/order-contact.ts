import { z } from 'zod';
import { conflictField } from '../../../../shared/words/conflict-field.ts';
import { type ContactPatch, contactPatchSchema, type WriteOpOf } from '../../../../shared/domain/write.ts';
import { ORDER_CONTACT_SET } from '../documents/mutations.ts';
import { ORDER_CONTACT } from '../documents/read-backs.ts';
import {
  GONE_ORDER,
  refusalOf,
  remoteWrite,
  type RemoteWrite,
  type SingleRequest,
  singleRequest,
} from './remote-write.ts';

const FIELDS = ['email', 'phone'] as const;
type ContactField = (typeof FIELDS)[number];

/** Sets an order's own e-mail address and phone number (orderUpdate): absolute values, so repeating it changes nothing. */
export function orderContactSet(op: WriteOpOf<'order_contact_set'>): RemoteWrite {
  const touched = FIELDS.filter((field) => op.set[field] !== undefined);
  const request = (contact: ContactPatch): SingleRequest =>
    singleRequest(ORDER_CONTACT_SET, { input: { id: op.order, ...op.set } }, ({ order, userErrors }) => {
      const refused = refusalOf(userErrors);
      if (refused !== null) return { kind: 'refused', reason: refused };
      const stuck = touched.filter(
        (field) => !same(order?.[field], op.set[field]) && same(order?.[field], contact[field]),
      );
      if (!order || stuck.length > 0) return { kind: 'unproved', evidence: { unchanged: stuck } };
      return {
        kind: 'applied',
        effect: { effect: 'contact', before: contact, after: pick(order, touched) },
        version: order.updatedAt,
      };
    });
  return remoteWrite({
    before: z.object({ contact: contactPatchSchema }),
    look: async (api) => {
      const hidden = touched.find((field) => !api.parts.has(field));
      if (hidden !== undefined)
        return { kind: 'impossible', reason: { code: 'contact_hidden', field: hidden } };
      const now = await api.ask(ORDER_CONTACT, { id: op.order });
      if (!now) return { kind: 'impossible', reason: GONE_ORDER };
      if (touched.every((field) => same(now[field], op.set[field])))
        return { kind: 'done', version: now.updatedAt };
      const moved = touched.filter(
        (field) => !same(now[field], op.base[field]) && !same(now[field], op.set[field]),
      );
      if (moved.length === 0) return { kind: 'go', before: { contact: pick(now, touched) } };
      return {
        kind: 'conflict',
        fields: moved.map((field) =>
          conflictField(field, {
            field: { code: 'contact', field },
            planned: op.base[field] ?? null,
            now: now[field],
            mine: op.set[field] ?? null,
          }),
        ),
        rebased: { ...op, base: pick(now, touched) },
      };
    },
    send: (api, { contact }) => request(contact).send(api),
    single: (_, { contact }) => request(contact),
    readBack: async (api, { contact }) => {
      const now = await api.ask(ORDER_CONTACT, { id: op.order });
      const unlike = touched.filter((field) => !same(now?.[field], op.set[field]));
      const evidence = { fieldsUnlikeMine: unlike };
      if (!now || unlike.length > 0) return { kind: 'no_effect', evidence };
      return {
        kind: 'took_effect',
        effect: { effect: 'contact', before: contact, after: pick(now, touched) },
        version: now.updatedAt,
        evidence,
      };
    },
  });
}

function pick(
  contact: { readonly email: string | null; readonly phone: string | null },
  fields: readonly ContactField[],
): ContactPatch {
  return Object.fromEntries(fields.map((field) => [field, contact[field]]));
}

/** Blank and absent are one; Shopify tidies case and the spacing of numbers. */
function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return plain(a) === plain(b);
}

function plain(value: string | null | undefined): string {
  return (value ?? '').replaceAll(/[\s().-]+/g, '').toLowerCase();
}
