import { assertNever } from '../domain/assert-never.ts';
import type { ImportProblem } from '../domain/import.ts';

/** Why a row of an imported file was left out, in one English sentence with the remedy after a colon. */
export function importProblemInEnglish(it: ImportProblem): string {
  switch (it.code) {
    case 'missing':
      return 'It is empty: give it a value.';
    case 'not_a_number':
      return `“${it.value}” is no whole number: write it like 2.`;
    case 'not_an_amount':
      return `“${it.value}” is no amount of money: write it like 84.00.`;
    case 'not_a_currency':
      return `“${it.value}” is no currency: write it like EUR.`;
    case 'not_a_time':
      return `“${it.value}” is no time: write it like 2026-10-01 09:30:00 +0200.`;
    case 'not_an_id':
      return `“${it.value}” is no id of Shopify: it is a number such as 5123456789.`;
    case 'not_yes_or_no':
      return `“${it.value}” is neither yes nor no: write true or false.`;
    case 'not_as_documented':
      return `It is not what Shopify documents (${it.value}): export the order again.`;
    case 'stray_quote':
      return 'A quotation mark stands where none may: put the field in quotation marks and double those inside.';
    case 'open_quote':
      return 'A quotation mark is opened and never closed: everything from here on was left out.';
    case 'not_json':
      return 'It is no JSON: export the order again.';
    case 'no_order_number':
      return 'It begins with no order number: write it like #1001.';
    case 'no_message':
      return 'The order comes without a message: add what the platform says of it.';
    case 'no_variant':
      return 'It names neither a variant nor a SKU: give one of them.';
    case 'unknown_product':
      return `The platform has no product “${it.value}”: check its id in the platform’s catalogue.`;
    default:
      return assertNever(it);
  }
}
