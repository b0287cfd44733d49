import { useTranslation } from 'react-i18next';
import styles from './MappingPanel.module.css';

type Props = { open: boolean; headers: string[]; valuesOf: (header: string) => string[] };

/** The columns that no field is read from, folded up where the layout is known: most exports have dozens. */
export function UnusedColumns({ open, headers, valuesOf }: Props) {
  const { t } = useTranslation();
  if (headers.length === 0) return null;
  return (
    <details className={styles.unused} open={open || undefined}>
      <summary>{t('importing.unused', { count: headers.length })}</summary>
      <ul>
        {headers.map((header) => (
          <li key={header}><strong>{header}</strong> <span>{valuesOf(header)[0] ?? t('importing.noValues')}</span></li>
        ))}
      </ul>
    </details>
  );
}
