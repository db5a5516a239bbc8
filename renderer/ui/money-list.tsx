import type { Money } from '../../shared/domain/money.ts';
import { useI18n } from '../i18n/i18n-context.tsx';

/** Sums in several currencies, the first `shown` of them and how many more; all on hover. */
export function MoneyList({
  value,
  shown = 2,
}: {
  readonly value: readonly Money[];
  readonly shown?: number;
}) {
  const { t, f } = useI18n();
  const all = value.map((money) => f.roundMoney(money));
  const hidden = all.length - shown;
  return (
    <span title={all.join(' · ')}>
      {all.slice(0, shown).join(' · ')}
      {hidden > 0 ? ` ${t.count.more(hidden, f)}` : ''}
    </span>
  );
}
