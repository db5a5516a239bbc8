import { z } from 'zod';
import { conflictField } from '../../../../shared/words/conflict-field.ts';
import type { Address, AddressField } from '../../../../shared/domain/order.ts';
import { ADDRESS_FIELDS } from '../../../../shared/domain/order.ts';
import { type AddressPatch, addressPatchSchema, type WriteOpOf } from '../../../../shared/domain/write.ts';
import type { DocumentPart, DocumentParts } from '../documents/parts.ts';
import { orderAddressSetDocument } from '../documents/mutations.ts';
import { orderAddressDocument } from '../documents/read-backs.ts';
import { mailingAddress } from './mailing-address.ts';
import {
  GONE_ORDER,
  refusalOf,
  remoteWrite,
  type RemoteWrite,
  type SingleRequest,
  singleRequest,
} from './remote-write.ts';
import type { WriteApi } from './write-api.ts';

/** What of the order document must be readable for a field to be known. */
const PART_OF: Partial<Record<AddressField, DocumentPart>> = {
  zip: 'zip',
  firstName: 'addressName',
  lastName: 'addressName',
  phone: 'addressPhone',
};

/**
 * Sets the touched fields of an order's shipping address. orderUpdate replaces the address as a whole, so the current
 * rest is read just before and travels along (outbox invariant 6); a rest that Shopify hides would be lost: refused.
 */
export function orderAddressSet(op: WriteOpOf<'order_address_set'>): RemoteWrite {
  const touched = ADDRESS_FIELDS.filter((field) => op.set[field] !== undefined);
  const request = (api: WriteApi, address: Address): SingleRequest =>
    singleRequest(
      orderAddressSetDocument(api.parts),
      { id: op.order, address: mailingAddress(address, op.set) },
      ({ order, userErrors }) => {
        const refused = refusalOf(userErrors);
        if (refused !== null) return { kind: 'refused', reason: refused };
        const stored = order?.shippingAddress;
        // Shopify may store a tidied value (“d02x285” as “D02 X285”); only what did not move at all proves nothing.
        const stuck = touched.filter(
          (field) => !same(stored?.[field], op.set[field]) && same(stored?.[field], address[field]),
        );
        if (!order || !stored || stuck.length > 0)
          return { kind: 'unproved', evidence: { unchanged: stuck } };
        return {
          kind: 'applied',
          effect: { effect: 'address', before: pick(address, touched), after: pick(stored, touched) },
          version: order.updatedAt,
        };
      },
    );
  return remoteWrite({
    before: z.object({ address: addressPatchSchema.required() }),
    look: async (api) => {
      const hidden = hiddenField(api.parts, touched);
      if (hidden !== null) {
        return {
          kind: 'impossible',
          reason: { code: 'address_hidden', field: hidden === 'all' ? null : hidden },
        };
      }
      const order = await api.ask(orderAddressDocument(api.parts), { id: op.order });
      if (!order) return { kind: 'impossible', reason: GONE_ORDER };
      const now = order.shippingAddress;
      if (!now) return { kind: 'impossible', reason: { code: 'no_address' } };
      if (touched.every((field) => same(now[field], op.set[field])))
        return { kind: 'done', version: order.updatedAt };
      const moved = touched.filter(
        (field) => !same(now[field], op.base[field]) && !same(now[field], op.set[field]),
      );
      if (moved.length === 0) return { kind: 'go', before: { address: now } };
      return {
        kind: 'conflict',
        fields: moved.map((field) =>
          conflictField(field, {
            field: { code: 'address', field },
            planned: op.base[field] ?? null,
            now: now[field],
            mine: op.set[field] ?? null,
          }),
        ),
        rebased: { ...op, base: pick(now, touched) },
      };
    },
    send: (api, { address }) => request(api, address).send(api),
    single: (api, { address }) => request(api, address),
    readBack: async (api, { address }) => {
      const order = await api.ask(orderAddressDocument(api.parts), { id: op.order });
      const now = order?.shippingAddress;
      const unlike = touched.filter((field) => !same(now?.[field], op.set[field]));
      const evidence = { fieldsUnlikeMine: unlike };
      if (!order || !now || unlike.length > 0) return { kind: 'no_effect', evidence };
      return {
        kind: 'took_effect',
        effect: { effect: 'address', before: pick(address, touched), after: pick(now, touched) },
        version: order.updatedAt,
        evidence,
      };
    },
  });
}

function hiddenField(parts: DocumentParts, touched: readonly AddressField[]): AddressField | 'all' | null {
  if (!parts.has('shippingAddress')) return 'all';
  const untouched = ADDRESS_FIELDS.filter((field) => !touched.includes(field));
  return (
    untouched.find((field) => {
      const part = PART_OF[field];
      return part !== undefined && !parts.has(part);
    }) ?? null
  );
}

function pick(address: Address, fields: readonly AddressField[]): AddressPatch {
  return Object.fromEntries(fields.map((field) => [field, address[field]]));
}

/** Blank and absent are one; case and spacing are Shopify's to tidy. */
function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return plain(a) === plain(b);
}

function plain(value: string | null | undefined): string {
  return (value ?? '').replaceAll(/\s+/g, '').toLowerCase();
}
