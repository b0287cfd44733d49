import styles from './Placeholder.module.css';

/** Holds the place of what is still on its way, at its final size, so that nothing jumps when it comes. */
export function Placeholder({ height }: { height: number | string }) {
  return <div className={styles.block} style={{ height }} aria-busy />;
}
