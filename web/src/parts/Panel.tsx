import type { ReactNode } from 'react';
import styles from './Panel.module.css';

type Props = { title?: ReactNode; note?: ReactNode; extra?: ReactNode; children: ReactNode; flush?: boolean; label?: string };

/** A titled surface. Everything on a page that is not the page itself stands on one of these. */
export function Panel({ title, note, extra, children, flush, label }: Props) {
  return (
    <section className={styles.panel} aria-label={label}>
      {(title || extra) && (
        <header className={styles.head}>
          <div className={styles.words}>
            {title && <h2 className={styles.title}>{title}</h2>}
            {note && <p className={styles.note}>{note}</p>}
          </div>
          {extra && <div className={styles.extra}>{extra}</div>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
