import { Link } from 'react-aria-components';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './search-help.module.css';

/** Nothing is searched for yet, or too little, or nothing that parses: what can be. */
export function SearchHelp({ title }: { readonly title: string }) {
  const { t } = useI18n();
  const { href } = useView();
  const { filters } = t.search;
  const examples: readonly (readonly [example: string, finds: string])[] = [
    ['is:stuck', filters.is],
    ['is:snoozed,dismissed', t.search.setAside],
    ['type:product_not_linked', filters.type],
    ['country:IE,FR', filters.country],
    ['tag:vip', filters.tag],
    ['-tag:vip', t.search.not],
    ['sku:CAR*', filters.sku],
    ['age>2d', filters.age],
    ['value>=100', filters.value],
    ['store:acme', filters.store],
    ['"Le Havre"', t.search.quoted],
  ];
  return (
    <section className={cx(styles.help)}>
      <h2>{title}</h2>
      <p>{t.search.startHint}</p>
      <dl aria-label={t.search.examples}>
        {examples.map(([example, finds]) => (
          <div key={example}>
            <dt>
              <Link href={href({ page: 'search', q: example, order: null })}>{example}</Link>
            </dt>
            <dd>{finds}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
