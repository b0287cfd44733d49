import { useFormat } from '../../format/useFormat';
import styles from './Tally.module.css';

type Figure = { key: string; label: string; value: number; note?: string; bad?: boolean };

/** Plain counts side by side. They are of one file, so they have no course and no comparison. */
export function Tally({ figures }: { figures: Figure[] }) {
  const format = useFormat();
  return (
    <dl className={styles.tally}>
      {figures.map(({ key, label, value, note, bad }) => (
        <div key={key} data-count={key}>
          <dt>{label}</dt>
          <dd className={bad ? styles.bad : undefined}>{format.full(value)}</dd>
          {note && <dd className={styles.note}>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
