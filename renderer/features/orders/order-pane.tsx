import { Link } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { OrderDetail, OrderRow } from '../../../shared/contract/rows.ts';
import { hasTag } from '../../../shared/domain/order.ts';
import { type ErrorType, GLOBALE_APPROVED_TAG, IGNORE_TAG } from '../../../shared/domain/error-type.ts';
import { useNow } from '../../app/use-now.ts';
import { useView } from '../../app/view-context.tsx';
import { useI18n } from '../../i18n/i18n-context.tsx';
import { useEngineQuery } from '../../rpc/use-engine-query.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { OrderPlaybook } from '../playbook/order-playbook.tsx';
import { DiagnosisCard } from './diagnosis-card.tsx';
import { OffBoard } from './off-board.tsx';
import { uniqueKeys } from '../../ui/unique-keys.ts';
import styles from './order-pane.module.css';
import { SameCause } from './same-cause.tsx';
import { TerritoryHint } from './territory-hint.tsx';
import { Timeline } from './timeline.tsx';
import { useOrder } from './use-order.ts';

/** One order: what keeps it, in one sentence that names the culprit; then what it is made of. */
export function OrderPane({ id }: { readonly id: number }) {
  const { t, say } = useI18n();
  const { data, error } = useOrder(id);
  if (error) return <Notice place="page" tone="stuck" title={t.errors.failed} text={say.error(error)} />;
  if (!data) return <Skeleton rows={10} height={38} />;
  const [order] = data;
  if (!order) return <Notice place="page" tone="plain" title={t.order.gone} />;
  return <OrderDetails key={order.id} order={order} />;
}

function OrderDetails({ order }: { readonly order: OrderRow }) {
  const { t, f } = useI18n();
  const { view, move } = useView();
  const now = useNow();
  const { data: detail } = useEngineQuery('orders.get', { id: order.id });
  const [primary, ...others] = primaryFirst(order);
  const place = [
    order.customer,
    [order.city, order.country && f.country(order.country)].filter(Boolean).join(', '),
  ];
  const about = [order.storeName, ...place].filter((part) => part !== null && part !== '');
  return (
    <article className={cx(styles.order)} aria-label={`${t.order.label} ${order.name}`}>
      <header>
        <h2>
          {order.name}
          <Tag tone={order.state === 'stuck' ? 'stuck' : 'plain'} title={f.exact(order.createdAt)}>
            {order.state === 'stuck' ? t.order.stuckFor(f.age(order.createdAt, now)) : t.states[order.state]}
          </Tag>
          <span className={cx(styles.grow)} />
          {view.order === null ? null : (
            <Button
              kind="quiet"
              label={t.order.close}
              hint={t.order.close}
              shortcut="orders.back"
              onPress={() => move({ order: null })}
            >
              <Icon name="close" />
            </Button>
          )}
        </h2>
        <p className={cx(styles.about)}>{about.join(' · ')}</p>
        <p className={cx(styles.about, styles.facts)} title={f.exact(order.createdAt)}>
          {f.money(order.value)} · {t.order.placed(f.moment(order.createdAt, now))}
          {order.adminUrl !== null ? (
            <Link className={cx(styles.external)} href={order.adminUrl} target="_blank" rel="noreferrer">
              {t.order.openInShopify} <Icon name="external" size={12} />
            </Link>
          ) : null}
        </p>
      </header>

      {order.regressed ? <Regressed regressed={order.regressed} now={now} /> : null}
      {order.state === 'stuck' ? null : <OffBoard order={order} />}

      {primary ? (
        <DiagnosisCard diagnosis={primary} isPrimary>
          {detail && order.state === 'stuck' ? <SameCause detail={detail} type={primary.type} /> : null}
        </DiagnosisCard>
      ) : null}
      {others.length === 0 ? null : (
        <Part title={t.order.also}>
          <div className={cx(styles.others)}>
            {others.map((diagnosis) => (
              <DiagnosisCard key={diagnosis.type} diagnosis={diagnosis} />
            ))}
          </div>
        </Part>
      )}

      {detail && primary ? (
        <Part title={t.playbook.title}>
          <OrderPlaybook key={primary.type} detail={detail} errorType={primary.type} />
        </Part>
      ) : null}

      {order.queuedWrites > 0 || order.state !== 'stuck' || !primary || !MENDS.has(primary.type) ? null : (
        <Part title={t.order.afterTheFix}>
          {primary.type === 'ignored_by_tag' ? (
            <p className={cx(styles.tags)}>
              {order.tags.map((tag) =>
                toneOf(tag) === 'stuck' ? (
                  <Tag key={tag} tone="stuck">
                    <del>{tag}</del>
                  </Tag>
                ) : (
                  <Tag key={tag}>{tag}</Tag>
                ),
              )}
            </p>
          ) : null}
          <p className={cx(others[0] ? styles.kept : styles.soon)}>
            {others[0] ? t.order.stillKept(t.errorTypes[others[0].type]) : t.order.willSync}
          </p>
        </Part>
      )}

      {order.queuedWrites === 0 || !primary ? null : (
        <Part title={t.order.afterFix}>
          <p className={cx(order.predicted === null ? styles.soon : styles.kept)}>
            {order.predicted === null ? t.order.willSync : t.order.stillKept(t.errorTypes[order.predicted])}
          </p>
        </Part>
      )}

      <Part title={t.order.items}>
        {order.items.length === 0 ? <p className={cx(styles.about)}>{t.order.noItems}</p> : null}
        <ul className={cx(styles.items)}>
          {uniqueKeys(order.items).map((key, at) => (
            <li key={key}>{order.items[at]}</li>
          ))}
        </ul>
      </Part>

      <Part title={t.order.tags}>
        {order.tags.length === 0 ? <p className={cx(styles.about)}>{t.order.noTags}</p> : null}
        <p className={cx(styles.tags)}>
          {order.tags.map((tag) => (
            <Tag key={tag} tone={toneOf(tag)}>
              {tag}
            </Tag>
          ))}
        </p>
      </Part>

      {detail ? (
        <>
          <Part title={t.playbook.address}>
            <p className={cx(styles.about)}>{addressText(detail, t.playbook)}</p>
            <TerritoryHint detail={detail} />
          </Part>
          <Part title={t.playbook.timelineTitle}>
            <Timeline entries={detail.timeline} />
          </Part>
        </>
      ) : null}
    </article>
  );
}

/** It was solved before: by which run, and since when that no longer holds. */
function Regressed({
  regressed,
  now,
}: {
  readonly regressed: NonNullable<OrderRow['regressed']>;
  readonly now: number;
}) {
  const { t, f } = useI18n();
  const { go } = useView();
  return (
    <Notice
      tone="stuck"
      title={t.control.regressedTitle}
      text={t.control.regressedText(f.moment(regressed.at, now))}
      action={<Button onPress={() => go({ run: regressed.run })}>{t.control.toRun}</Button>}
    />
  );
}

/** Types whose first fix lifts the error itself: the others end or wait, and nothing would sync by them. */
const MENDS: ReadonlySet<ErrorType> = new Set([
  'ignored_by_tag',
  'destination_not_whitelisted',
  'no_shippable_product',
  'product_not_found',
  'product_not_linked',
  'postal_code_missing',
  'postal_code_invalid',
  'address_too_long',
  'contact_invalid',
  'shipping_method_unmapped',
]);

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={cx(styles.title)}>{title}</h3>
      {children}
    </section>
  );
}

const primaryFirst = ({ diagnoses, errorType }: OrderRow): OrderRow['diagnoses'] =>
  diagnoses.toSorted((a, b) => Number(b.type === errorType) - Number(a.type === errorType));

function toneOf(tag: string): 'stuck' | 'ok' | 'plain' {
  if (hasTag([IGNORE_TAG], tag)) return 'stuck';
  return hasTag([GLOBALE_APPROVED_TAG], tag) ? 'ok' : 'plain';
}

/** The address in one line; what Shopify withholds is told apart from what is not there. */
function addressText(
  { address, redacted }: OrderDetail,
  words: { readonly withheld: string; readonly noAddress: string },
): string {
  if (!address) return redacted.includes('shippingAddress') ? words.withheld : words.noAddress;
  const name = [address.firstName, address.lastName].filter(Boolean).join(' ');
  const place = [address.zip, address.city].filter(Boolean).join(' ');
  return [
    name,
    address.company,
    address.address1,
    address.address2,
    place,
    address.provinceCode,
    address.countryCode,
  ]
    .filter(Boolean)
    .join(', ');
}
