import { z } from 'zod';
import { FIX_KINDS } from './fix.ts';
import { NETWORK_TROUBLES, troubleSchema } from './trouble.ts';

const host = z.string();
/** A store's short id, or its name where `name` says so. */
const store = z.string();
const name = z.string();
const run = z.string();
/** Somebody else's text, as it came. */
const words = z.string();
const problem = z.string();
const file = z.string();
const folder = z.string();

/** A value for a fix that does not fit; `param` names it. */
const paramFailures = [
  z.object({
    code: z.literal('param_unknown'),
    fix: z.enum(FIX_KINDS),
    param: z.string(),
    takes: z.array(z.string()),
  }),
  z.object({ code: z.literal('param_missing'), fix: z.enum(FIX_KINDS), param: z.string() }),
  z.object({ code: z.literal('param_wrong'), param: z.string(), problem }),
] as const;

const storeFailures = [
  z.object({ code: z.literal('offline'), trouble: troubleSchema }),
  z.object({ code: z.literal('not_authorised'), trouble: troubleSchema }),
  z.object({ code: z.literal('unexpected_answer'), trouble: troubleSchema }),
  z.object({ code: z.literal('store_reports'), host, words }),
  z.object({ code: z.literal('keeps_throttling'), host }),
  z.object({ code: z.literal('reading_cancelled'), host }),
  /** `needs`: the access that Shopify asks for, in its words. */
  z.object({ code: z.literal('missing_scope'), host, needs: z.string().nullable(), words }),
  z.object({ code: z.literal('no_read_orders'), host }),
  z.object({ code: z.literal('no_orders_shown'), host, words }),
  z.object({ code: z.literal('token_empty') }),
  z.object({ code: z.literal('not_a_shop_domain') }),
  z.object({
    code: z.literal('bad_address'),
    field: z.string(),
    why: z.enum(['no_address', 'credentials', 'query', 'plain_http']),
  }),
  z.object({ code: z.literal('store_connected'), domain: z.string(), name, store }),
  z.object({ code: z.literal('token_of_other'), theirs: z.string(), domain: z.string() }),
  z.object({ code: z.literal('no_store'), store }),
  /** `variable`: the environment variable that the secret was first read from. */
  z.object({
    code: z.literal('secret_missing'),
    secret: z.enum(['token', 'platform_key']),
    name,
    store,
    variable: z.string().nullable(),
  }),
  z.object({ code: z.literal('undecided_writes'), name }),
  z.object({ code: z.literal('sync_stopped') }),
  z.object({ code: z.literal('sync_broke_off'), words }),
  z.object({ code: z.literal('closing') }),
  z.object({ code: z.literal('one_workspace') }),
] as const;

const platformFailures = [
  z.object({ code: z.literal('platform_key_empty') }),
  z.object({
    code: z.literal('platform_unreachable'),
    host,
    how: z.enum(NETWORK_TROUBLES),
    detail: z.string().nullable(),
  }),
  z.object({ code: z.literal('platform_limits'), host }),
  z.object({ code: z.literal('platform_status'), host, status: z.int() }),
  z.object({ code: z.literal('platform_not_json'), host, method: z.string() }),
  z.object({ code: z.literal('platform_key_refused'), host, words }),
  z.object({ code: z.literal('platform_refused'), host, words }),
  z.object({
    code: z.literal('platform_misfit'),
    host,
    method: z.string(),
    field: z.string().nullable(),
    problem,
  }),
  z.object({ code: z.literal('platform_endless'), host, method: z.string() }),
] as const;

const importFailures = [
  z.object({ code: z.literal('store_read_only'), name }),
  z.object({ code: z.literal('no_import') }),
  z.object({ code: z.literal('import_stopped') }),
  z.object({ code: z.literal('columns_missing'), columns: z.array(z.string()) }),
  z.object({ code: z.literal('no_link_list') }),
  z.object({ code: z.literal('no_error_list') }),
] as const;

const workFailures = [
  z.object({ code: z.literal('no_order'), order: z.string() }),
  z.object({ code: z.literal('no_cause'), cause: z.string() }),
  z.object({ code: z.literal('no_write'), write: z.int() }),
  z.object({ code: z.literal('choice_foreign'), field: z.string(), fields: z.array(z.string()) }),
  z.object({ code: z.literal('choice_missing'), field: z.string() }),
  z.object({ code: z.literal('choice_uneditable'), field: z.string() }),
  z.object({ code: z.literal('no_run'), run }),
  z.object({ code: z.literal('period_reversed') }),
  z.object({ code: z.literal('plan_committed'), run }),
  z.object({ code: z.literal('wrong_confirmation'), orders: z.int(), confirm: z.int() }),
  z.object({ code: z.literal('needs_confirmation'), fix: z.enum(FIX_KINDS), orders: z.int() }),
  z.object({ code: z.literal('plan_without_writes') }),
  /** UTC ms. */
  z.object({ code: z.literal('schedule_past'), at: z.int() }),
  z.object({ code: z.literal('no_cutoff') }),
  z.object({ code: z.literal('plan_store_gone'), store }),
  /** `by`: the run that undid it; null: nothing of it took effect. */
  z.object({ code: z.literal('nothing_to_undo'), run, by: z.string().nullable() }),
] as const;

const workspaceFailures = [
  z.object({ code: z.literal('in_use'), folder, process: z.int().nullable() }),
  z.object({ code: z.literal('newer_database'), file, version: z.int(), known: z.int() }),
  z.object({ code: z.literal('other_schema'), file, folder }),
  z.object({ code: z.literal('database_key_wrong'), file, folder }),
  z.object({ code: z.literal('database_damaged'), file, folder }),
  z.object({ code: z.literal('journal_lost'), file, folder, backups: z.string() }),
  z.object({ code: z.literal('key_malformed'), folder, keychain: z.string() }),
  z.object({ code: z.literal('key_missing'), folder, keychain: z.string() }),
  z.object({ code: z.literal('key_unreadable'), file }),
  z.object({ code: z.literal('keychain_refused'), secret: z.string() }),
  z.object({ code: z.literal('folder_unusable'), file, folder, problem }),
  z.object({ code: z.literal('folder_unwritable'), folder }),
  z.object({ code: z.literal('disk_full'), folder }),
  z.object({ code: z.literal('database_unwritable'), file, folder }),
  z.object({ code: z.literal('database_unopenable'), file, folder }),
  z.object({ code: z.literal('database_io'), file, folder }),
  z.object({ code: z.literal('database_busy'), file, folder }),
  z.object({ code: z.literal('engine_keeps_ending') }),
  z.object({ code: z.literal('no_merchants') }),
] as const;

export type WorkspaceFailure = Readonly<z.infer<(typeof workspaceFailures)[number]>>;

const WORKSPACE_CODES: ReadonlySet<string> = new Set(
  workspaceFailures.flatMap(({ shape }) => [...shape.code.values]),
);

/** Whether it is the workspace itself, its folder or its databases, that failed. */
export function isWorkspaceFailure(it: Failure): it is WorkspaceFailure {
  return WORKSPACE_CODES.has(it.code);
}

const plainFailures = [
  ...paramFailures,
  ...storeFailures,
  ...platformFailures,
  ...importFailures,
  ...workFailures,
  ...workspaceFailures,
  z.object({ code: z.literal('misfit'), what: z.string(), field: z.string().nullable(), problem }),
  z.object({ code: z.literal('other_version'), page: z.int(), engine: z.int() }),
  z.object({ code: z.literal('answer_misfit'), method: z.string(), field: z.string().nullable(), problem }),
  z.object({ code: z.literal('disconnected') }),
  z.object({ code: z.literal('no_session') }),
  z.object({ code: z.literal('cancelled'), method: z.string() }),
  z.object({ code: z.literal('unexpected'), words }),
] as const;

/** What failed, as data: `shared/words` tells it in each language, with what to do about it. */
export const failureSchema = z.discriminatedUnion('code', [
  ...plainFailures,
  /** The store was read, its platform was not. */
  z.object({
    code: z.literal('platform_unread'),
    because: z.discriminatedUnion('code', plainFailures),
  }),
]);
export type Failure = Readonly<z.infer<typeof failureSchema>>;
