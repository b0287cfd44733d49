import styles from './OverviewPage.module.css';

/** A share as a bar beside its number, against the largest of its column. */
export function ShareBar({ size, text }: { size: number; text: string }) {
  return (
    <>
      <span className={styles.track} aria-hidden>
        <span className={styles.bar} style={{ width: `${Math.max(0, Math.min(1, size)) * 100}%` }} />
      </span>
      <span className={styles.shareText}>{text}</span>
    </>
  );
}
