import styles from './ChartPanel.module.css';

export type LegendKey = { name: string; color: string; line?: boolean };

export function Legend({ keys }: { keys: LegendKey[] }) {
  return keys.map((key) => (
    <span key={key.name} className={styles.key}>
      <span className={key.line ? styles.line : styles.swatch} style={key.line ? { borderColor: key.color } : { background: key.color }} />
      {key.name}
    </span>
  ));
}
