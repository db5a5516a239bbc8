import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ERROR_TYPES, type ErrorType } from '../../../shared/domain/error-type.ts';
import { FIX_KINDS, type FixKind } from '../../../shared/domain/fix.ts';
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/import.ts';
import { type Plan, planSchema } from '../../../shared/domain/plan.ts';
import {
  type CountryList,
  countryListSchema,
  type LinkRoute,
  linkRouteSchema,
} from '../../../shared/domain/store.ts';
import { UnstuckError } from '../../../shared/errors.ts';
import { describeIssues } from '../../../shared/failed.ts';

/** A wrong argument: one sentence that names it and says what it takes. */
export function badArgument(name: string, message: string): UnstuckError {
  return new UnstuckError('bad_input', `${name}: ${message}`, { meta: { field: name } });
}

function oneOf<T extends string>(name: string, allowed: readonly T[], text: string): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw badArgument(name, `“${text}” is not one of ${allowed.join(', ')}.`);
  return found;
}

export const parseErrorType = (text: string): ErrorType => oneOf('--error-type', ERROR_TYPES, text);
export const parseFixKind = (text: string): FixKind => oneOf('--fix', FIX_KINDS, text);
export const parseImportKind = (text: string): ImportKind => oneOf('--kind', IMPORT_KINDS, text);
export const parseLinkRoute = (text: string): LinkRoute =>
  oneOf('--link-route', linkRouteSchema.options, text);
export const parseOnOff =
  (name: string) =>
  (text: string): boolean =>
    oneOf(name, ['on', 'off'], text.toLowerCase()) === 'on';

export const parseWhole =
  (name: string, min: number, max: number = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max))
      throw badArgument(
        name,
        `“${text}” must be a whole number from ${min}${max < 1e15 ? ` to ${max}` : ' up'}.`,
      );
    return value;
  };

/** `1,10`: how many orders each of the first stages has. */
export function parseSizes(text: string): readonly number[] {
  const sizes = text.split(',').map((size) => parseWhole('--stages', 1)(size.trim()));
  if (sizes.length > 5) throw badArgument('--stages', `“${text}” has more than five stages.`);
  return sizes;
}

/** `FR,BE` lists the countries that sync; `except:RU,BY` those that do not; `any` turns the rule off. */
export function parseCountries(text: string): CountryList | null {
  if (text.toLowerCase() === 'any') return null;
  const deny = text.startsWith('except:');
  const countries = (deny ? text.slice('except:'.length) : text)
    .split(',')
    .map((code) => code.trim().toUpperCase());
  const parsed = countryListSchema.safeParse({ mode: deny ? 'deny' : 'allow', countries });
  if (!parsed.success)
    throw badArgument(
      '--countries',
      `“${text}” must be country codes such as FR,BE, or except:RU,BY, or any.`,
    );
  const stranger = countries.find((code) => !isCountry(code));
  if (stranger !== undefined)
    throw badArgument(
      '--countries',
      `“${stranger}” is no country’s code; use those of ISO 3166, such as GB for the United Kingdom.`,
    );
  return parsed.data;
}

const COUNTRY_NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Regions that have a name and are no country: unions, and placeholders. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Whether orders can be sent there under this code: a wrong one in a list would hold back or let go the wrong orders. */
function isCountry(code: string): boolean {
  // UK has a name too, but stands for GB, which is what Shopify calls it.
  const [canonical] = Intl.getCanonicalLocales(`und-${code}`);
  return COUNTRY_NAMES.of(code) !== undefined && canonical === `und-${code}` && !NO_COUNTRY.has(code);
}

const DATE_OR_TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A day (`2026-11-01`, from its first moment in UTC) or an exact time, to UTC ms. `end`: a day means its last moment. */
export const parseDate =
  (name: string, end = false) =>
  (text: string): number => {
    const [, day, clock] = DATE_OR_TIME.exec(text) ?? [];
    const at =
      day === undefined
        ? Number.NaN
        : Date.parse(clock === undefined ? `${text}T${end ? '23:59:59.999' : '00:00:00'}Z` : text);
    // JavaScript takes the 31st of February for the 3rd of March.
    const real = day !== undefined && (new Date(`${day}T00:00:00Z`).toJSON() ?? '').startsWith(day);
    if (Number.isNaN(at) || !real)
      throw badArgument(name, `“${text}” must be a date such as 2026-11-01 or 2026-11-01T09:55:00Z.`);
    return at;
  };

/** `12,15` or `@FILE` with ids separated by commas, spaces or lines. */
export function parseOrderIds(text: string): readonly number[] {
  const list = text.startsWith('@') ? readText('--orders', text.slice(1)) : text;
  const ids = list.split(/[\s,]+/).filter((part) => part !== '');
  if (ids.length === 0) throw badArgument('--orders', 'names no order; give ids as “orders” prints them.');
  return ids.map((id) => parseWhole('--orders', 1, 0xff_ff_ff_ff)(id));
}

/** Collects repeated `--set k=v`. */
export function collectSetting(
  text: string,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const at = text.indexOf('=');
  if (at <= 0) throw badArgument('--set', `“${text}” must be key=value, such as zip=69001.`);
  return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1) };
}

/** Reads and parses a plan file as `fix plan` wrote it. */
export function readPlan(file: string): Plan {
  const text = readText('Plan', file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badArgument('Plan', `${file} is not JSON; make it anew with “fix plan --out ${file}”.`);
  }
  const parsed = planSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { message, meta } = describeIssues(parsed.error, `Plan ${file}`);
  throw new UnstuckError(
    'bad_input',
    `${message.replace(/\.$/, '')}; make it anew with “fix plan --out ${file}”.`,
    {
      meta,
    },
  );
}

/** A path as the caller means it: relative to the folder the command was called from. */
export const callerPath = (file: string): string => resolve(process.env['INIT_CWD'] ?? '.', file);

function readText(name: string, file: string): string {
  try {
    return readFileSync(callerPath(file), 'utf8');
  } catch {
    throw badArgument(name, `the file ${file} cannot be read; check its path.`);
  }
}

/** The secret in an environment variable that was named on the command line. */
export function readSecret(option: string, variable: string): string {
  const value = process.env[variable]?.trim();
  if (!value) throw badArgument(option, `the environment variable ${variable} is empty; export it first.`);
  // It travels in a header, which takes nothing else; without this the network would seem to be at fault.
  if (!/^[\x21-\x7e]+$/.test(value))
    throw badArgument(
      option,
      `the environment variable ${variable} holds a space, a line break or another character that no token has; copy the token anew.`,
    );
  return value;
}
