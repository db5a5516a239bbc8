import { cx } from './cx.ts';
import styles from './sparkline.module.css';

const WIDTH = 92;
const HEIGHT = 24;
/** Room for the dot at the end and for the line's own width. */
const EDGE = 3;

/** The line fills its height from a change of this share on. */
const LEAST_RANGE = 0.25;

/** How a number moved, as a line that ends in today's; `label` says the same in words. */
export function Sparkline({ points, label }: { readonly points: readonly number[]; readonly label: string }) {
  const [least, most] = [Math.min(...points), Math.max(...points)];
  // A change of a few in a hundred must not look like a landslide.
  const range = Math.max(most - least, most * LEAST_RANGE, 1);
  const middle = (most + least) / 2;
  const at = points.map((value, n) => ({
    x: EDGE + ((WIDTH - 2 * EDGE) * n) / Math.max(1, points.length - 1),
    y: HEIGHT / 2 - ((HEIGHT - 2 * EDGE) * (value - middle)) / range,
  }));
  const last = at.at(-1);
  return (
    <svg className={cx(styles.line)} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <polyline points={at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last ? <circle cx={last.x} cy={last.y} r={2} /> : null}
    </svg>
  );
}
