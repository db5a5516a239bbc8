import type { MerchantProfile } from '../merchants/profiles.ts';

/** Minor units as Shopify's Decimal: at least one decimal place and no trailing zeros (`12.0`, `12.5`, `12.95`). */
export function decimalOf(minor: number, profile: MerchantProfile): string {
  const text = (minor / 10 ** profile.decimals).toFixed(profile.decimals);
  const trimmed = text.includes('.') ? text.replace(/0+$/, '') : `${text}.`;
  return trimmed.endsWith('.') ? `${trimmed}0` : trimmed;
}

/** A decimal amount in minor units of the shop's currency; null when the text is no amount. */
export function minorOf(decimal: string | number, profile: MerchantProfile): number | null {
  const amount = Number(decimal);
  return Number.isFinite(amount) ? Math.round(amount * 10 ** profile.decimals) : null;
}
