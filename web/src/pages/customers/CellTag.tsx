import { useTranslation } from 'react-i18next';
import type { FClass, RClass } from '../../api/types';
import styles from './CellTag.module.css';

/** A customer's place in the grid, in words. */
export function CellTag({ r, f }: { r: RClass; f: FClass }) {
  const { t } = useTranslation();
  return (
    <span className={styles.cell}>
      <span className={`${styles.dot} ${styles[r]}`} aria-hidden />
      {t(`r.${r}`)} · {t(`f.${f}`)}
    </span>
  );
}
