import { useDeferredValue, useId } from 'react';
import { useFieldDraft } from '../../app/form-drafts.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { cx } from '../../ui/cx.ts';
import styles from './catalog-picker.module.css';
import { PLAN_FORM } from './review-context.tsx';

interface Choice {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

interface CatalogPickerProps {
  readonly kind: 'product' | 'variant';
  readonly label: string;
  readonly value: string;
  /** Whose list it is; a choice fits one store only. */
  readonly stores: readonly string[];
  /** Under which name what is searched for is kept. */
  readonly draft: string;
  readonly error: string | null;
  readonly onPick: (id: string) => void;
}

/** Chooses a fulfilment product or a variant from a store's own list. */
export function CatalogPicker({ kind, label, value, stores, draft, error, onPick }: CatalogPickerProps) {
  const { t } = useI18n();
  const [store, ...others] = stores;
  return (
    <fieldset className={cx(styles.picker)}>
      <legend>{label}</legend>
      {store === undefined || others.length > 0 ? (
        <p className={cx(styles.hint)}>{t.plan.oneStore}</p>
      ) : kind === 'product' ? (
        <Products store={store} value={value} draft={draft} onPick={onPick} />
      ) : (
        <Variants store={store} value={value} draft={draft} onPick={onPick} />
      )}
      {error === null ? null : (
        <p className={cx(styles.error)} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface ListProps {
  readonly store: string;
  readonly value: string;
  readonly draft: string;
  readonly onPick: (id: string) => void;
}

function Products({ store, value, draft, onPick }: ListProps) {
  const [query, setQuery] = useFieldDraft(PLAN_FORM, draft, '');
  const asked = useDeferredValue(query);
  const { data = [] } = useEngineQuery('catalog.products', { storeId: store, query: asked });
  const choices = data.map(({ id, name, sku }) => ({
    id,
    name,
    detail: [sku, id].filter(Boolean).join(' · '),
  }));
  return <Choices choices={choices} query={query} value={value} onQuery={setQuery} onPick={onPick} />;
}

function Variants({ store, value, draft, onPick }: ListProps) {
  const [query, setQuery] = useFieldDraft(PLAN_FORM, draft, '');
  const asked = useDeferredValue(query);
  const { data = [] } = useEngineQuery('catalog.variants', { storeId: store, query: asked });
  const choices = data.map(({ id, product, title, sku }) => ({
    id,
    name: `${product} / ${title}`,
    detail: sku ?? '',
  }));
  return <Choices choices={choices} query={query} value={value} onQuery={setQuery} onPick={onPick} />;
}

function Choices({
  choices,
  query,
  value,
  onQuery,
  onPick,
}: {
  readonly choices: readonly Choice[];
  readonly query: string;
  readonly value: string;
  readonly onQuery: (query: string) => void;
  readonly onPick: (id: string) => void;
}) {
  const { t } = useI18n();
  const name = useId();
  return (
    <>
      <input
        type="search"
        aria-label={t.plan.search}
        placeholder={t.plan.search}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
      />
      <div className={cx(styles.list)}>
        {choices.length === 0 ? <p className={cx(styles.hint)}>{t.plan.noneFound}</p> : null}
        {choices.map((choice) => (
          <label key={choice.id}>
            <input
              type="radio"
              name={name}
              checked={choice.id === value}
              onChange={() => onPick(choice.id)}
            />
            <span>
              <b>{choice.name}</b>
              <small>{choice.detail}</small>
            </span>
          </label>
        ))}
      </div>
    </>
  );
}
