import { z } from 'zod';
import type { WriteReason } from '../../../../shared/domain/write-reason.ts';
import { REPROCESS_TAG } from '../../../../shared/domain/error-type.ts';
import { hasTag, sameTag, type Millis } from '../../../../shared/domain/order.ts';
import type { WriteOpOf } from '../../../../shared/domain/write.ts';
import { TAGS_ADD, TAGS_REMOVE } from '../documents/mutations.ts';
import { ORDER_TAGS, PRODUCT_STATE } from '../documents/read-backs.ts';
import {
  GONE_ORDER,
  refusalOf,
  remoteWrite,
  type RemoteWrite,
  type Sent,
  type SingleRequest,
  singleRequest,
} from './remote-write.ts';
import type { WriteApi } from './write-api.ts';

type AddOp = WriteOpOf<'order_tags_add' | 'product_tags_add'>;
type RemoveOp = WriteOpOf<'order_tags_remove' | 'product_tags_remove'>;

const before = z.object({ tags: z.array(z.string()) });
type Before = z.output<typeof before>;

/**
 * Adds tags: a delta, so that nobody else's tags are touched (tagsAdd). `bigblue-reprocess` is an event: where it is
 * still there it comes off first, or the platform would see nothing happen (domain.md, Error types).
 */
export function tagsAdd(op: AddOp): RemoteWrite {
  const wanted = op.tags;
  const missing = (tags: readonly string[]) => wanted.filter((tag) => !hasTag(tags, tag));
  const addition = (api: WriteApi, was: Before): SingleRequest =>
    singleRequest(TAGS_ADD, { id: target(op), tags: [...wanted] }, (payload) =>
      outcome(api, op, payload, (tags) => missing(tags).length === 0, missing(was.tags)),
    );
  return remoteWrite({
    before,
    look: async (api) => {
      const now = await tagsNow(api, op);
      if (!now) return { kind: 'impossible', reason: goneReason(op) };
      const nothingToDo = wanted.every((tag) => hasTag(now.tags, tag) && !isEvent(tag));
      return nothingToDo
        ? { kind: 'done', version: now.version }
        : { kind: 'go', before: { tags: now.tags } };
    },
    send: async (api, was) => {
      const stale = was.tags.filter((tag) => isEvent(tag) && hasTag(wanted, tag));
      if (stale.length > 0) {
        const removal = await api.tell(TAGS_REMOVE, { id: target(op), tags: stale });
        const refused = refusalOf(removal.userErrors);
        if (refused !== null) return { kind: 'refused', reason: refused };
      }
      return addition(api, was).send(api);
    },
    single: (api, was) =>
      was.tags.some((tag) => isEvent(tag) && hasTag(wanted, tag)) ? null : addition(api, was),
    readBack: async (api, was) => {
      const now = await tagsNow(api, op);
      const tags = now?.tags ?? [];
      const added = wanted.filter((tag) => !hasTag(was.tags, tag));
      const evidence = { tagsBefore: was.tags, tagsNow: tags };
      return now && added.length > 0 && wanted.every((tag) => hasTag(tags, tag))
        ? { kind: 'took_effect', effect: { effect: 'tags', tags: added }, version: now.version, evidence }
        : { kind: 'no_effect', evidence };
    },
  });
}

/** Removes tags: a delta (tagsRemove), as they are spelled now. */
export function tagsRemove(op: RemoveOp): RemoteWrite {
  const wanted = op.tags;
  const present = (tags: readonly string[]) => tags.filter((tag) => hasTag(wanted, tag));
  const removal = (api: WriteApi, was: Before): SingleRequest => {
    const removed = present(was.tags);
    return singleRequest(TAGS_REMOVE, { id: target(op), tags: removed }, (payload) =>
      outcome(api, op, payload, (tags) => present(tags).length === 0, removed),
    );
  };
  return remoteWrite({
    before,
    look: async (api) => {
      const now = await tagsNow(api, op);
      if (!now) return { kind: 'impossible', reason: goneReason(op) };
      return present(now.tags).length === 0
        ? { kind: 'done', version: now.version }
        : { kind: 'go', before: { tags: now.tags } };
    },
    send: (api, was) => removal(api, was).send(api),
    single: (api, was) => removal(api, was),
    readBack: async (api, was) => {
      const now = await tagsNow(api, op);
      const evidence = { tagsBefore: was.tags, tagsNow: now?.tags ?? [] };
      return now && present(now.tags).length === 0
        ? {
            kind: 'took_effect',
            effect: { effect: 'tags', tags: present(was.tags) },
            version: now.version,
            evidence,
          }
        : { kind: 'no_effect', evidence };
    },
  });
}

const isEvent = (tag: string): boolean => sameTag(tag, REPROCESS_TAG);
const target = (op: AddOp | RemoveOp): string => ('order' in op ? op.order : op.product);
const goneReason = (op: AddOp | RemoveOp): WriteReason =>
  'order' in op ? GONE_ORDER : { code: 'product_gone' };

interface TagsNow {
  readonly tags: string[];
  readonly version: Millis;
}

async function tagsNow(api: WriteApi, op: AddOp | RemoveOp): Promise<TagsNow | null> {
  if ('order' in op) {
    const order = await api.ask(ORDER_TAGS, { id: op.order });
    return order && { tags: order.tags, version: order.updatedAt };
  }
  const product = await api.ask(PRODUCT_STATE, { id: op.product });
  return product && { tags: product.tags, version: api.now() };
}

interface TagsPayload {
  readonly node: { readonly tags: readonly string[]; readonly updatedAt: Millis } | null;
  readonly userErrors: readonly { readonly message: string; readonly code?: string | null | undefined }[];
}

function outcome(
  api: WriteApi,
  op: AddOp | RemoveOp,
  { node, userErrors }: TagsPayload,
  proves: (tags: readonly string[]) => boolean,
  changed: string[],
): Sent {
  const refused = refusalOf(userErrors);
  if (refused !== null) return { kind: 'refused', reason: refused };
  if (!node || !proves(node.tags)) return { kind: 'unproved', evidence: { tags: node?.tags ?? null } };
  const version = 'order' in op ? node.updatedAt : api.now();
  return {
    kind: 'applied',
    effect: changed.length > 0 ? { effect: 'tags', tags: changed } : { effect: 'none' },
    version,
  };
}
