import { cx } from './cx.ts';
import styles from './skeleton.module.css';

/** Stands where `rows` rows of `height` will be; shows itself only when the wait is over 150 ms. */
export function Skeleton({ rows, height }: { readonly rows: number; readonly height: number }) {
  return (
    <div className={cx(styles.skeleton)} aria-hidden="true" style={{ height: rows * height }}>
      {Array.from({ length: rows }, (_, i) => (
        <i key={i} style={{ height }} />
      ))}
    </div>
  );
}
