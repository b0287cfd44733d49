import { Placeholder } from './Placeholder';
import styles from './DataTable.module.css';

/** As high as the rows that will stand here. */
export function TableSkeleton({ rows }: { rows: number }) {
  return (
    <div className={styles.skeleton} aria-busy>
      {Array.from({ length: rows }, (_, index) => (
        <Placeholder key={index} height={22} />
      ))}
    </div>
  );
}
