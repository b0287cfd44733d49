import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What will be here, what it needs, and the one button that gets there. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg width="64" height="40" viewBox="0 0 64 40" aria-hidden focusable="false" className={styles.drawing}>
        <rect x="1" y="22" width="10" height="17" rx="2" />
        <rect x="18" y="12" width="10" height="27" rx="2" />
        <rect x="35" y="26" width="10" height="13" rx="2" />
        <rect x="52" y="4" width="10" height="35" rx="2" />
      </svg>
      <h3 className={styles.title}>{title}</h3>
      {children && <p className={styles.words}>{children}</p>}
      {action}
    </div>
  );
}
