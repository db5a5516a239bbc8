import type { CurrencyCode } from '../admin-operations.generated.ts';

/**
 * A currency as Shopify's inputs take it. Only the shape is checked here: a code that Shopify does not know comes back
 * as a userError.
 * @throws RangeError for what is no ISO 4217 code at all
 */
export function currencyCode(code: string): CurrencyCode {
  if (isCurrencyCode(code)) return code;
  throw new RangeError(`“${code}” is no currency code.`);
}

const isCurrencyCode = (code: string): code is CurrencyCode => /^[A-Z]{3}$/.test(code);
