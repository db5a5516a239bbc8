import { cx } from './cx.ts';
import styles from './kbd.module.css';

/** The key that does what stands beside it; screen readers hear it from `aria-keyshortcuts`. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={cx(styles.kbd)} aria-hidden="true">
      {children}
    </kbd>
  );
}
