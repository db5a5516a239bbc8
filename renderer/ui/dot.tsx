import { cx } from './cx.ts';
import styles from './dot.module.css';

/** State by colour and shape; its word stands beside it. */
export function Dot({ tone }: { readonly tone: 'ok' | 'risk' | 'stuck' | 'busy' }) {
  return <i className={cx(styles.dot, styles[tone])} aria-hidden="true" />;
}
