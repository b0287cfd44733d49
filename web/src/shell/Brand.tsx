import styles from './Brand.module.css';

/** The mark: an arrow that comes back. */
export function Brand({ short, large }: { short?: boolean; large?: boolean }) {
  const size = large ? 40 : 28;
  return (
    <span className={styles.brand}>
      <img src="/favicon.svg" alt="" width={size} height={size} />
      {!short && <span className={large ? styles.large : styles.name}>{'Huitou'}</span>}
    </span>
  );
}
