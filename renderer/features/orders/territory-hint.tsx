import type { OrderDetail } from '../../../shared/contract/rows.ts';
import { territoryOf } from '../../../shared/domain/french-territory.ts';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useReview } from '../plan/review-context.tsx';

/**
 * A postal code of France's overseas or of Monaco in an address that names another of these countries: no sync error,
 * for its form is right, but carriers and customs treat them apart.
 */
export function TerritoryHint({ detail: { row, address } }: { readonly detail: OrderDetail }) {
  const { t, f } = useI18n();
  const { review } = useReview();
  const country = address?.countryCode?.toUpperCase() ?? '';
  const zip = address?.zip?.trim() ?? '';
  const territory = territoryOf(zip, country);
  if (territory === null || row.state === 'synced' || row.state === 'closed') return null;
  return (
    <Notice
      tone="risk"
      title={t.order.territory(zip, f.country(territory))}
      text={t.order.territoryWhy(f.country(country))}
      action={
        <Button
          onPress={() =>
            review({
              fix: 'edit_address',
              scope: { orders: [row.id] },
              params: { countryCode: territory },
              errorTypes: row.errorType === null ? [] : [row.errorType],
            })
          }
        >
          {t.fixes.edit_address}
        </Button>
      }
    />
  );
}
