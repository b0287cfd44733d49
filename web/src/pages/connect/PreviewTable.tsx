import { useTranslation } from 'react-i18next';
import type { PreviewRow, UploadPreview } from '../../api/types';
import { useReasonText } from './useReasonText';
import styles from './connect.module.css';

type Props = { preview: UploadPreview; fieldName: (key: string) => string; stale: boolean };

/** The first rows as they stand in the file, each problem in the cell where it is. */
export function PreviewTable({ preview, fieldName, stale }: Props) {
  const { t } = useTranslation();
  const { headers, rows, reading } = preview;
  const fieldOf = new Map(Object.entries(reading.columns).map(([field, header]) => [header, field]));
  return (
    <div className={styles.scroll} style={{ opacity: stale ? 0.6 : 1 }} tabIndex={0}>
      <table className={styles.preview}>
        <caption className="visually-hidden">{t('importing.firstRows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('importing.row')}</th>
            {headers.map((header, place) => {
              const field = fieldOf.get(header);
              return <th key={`${place}/${header}`} scope="col">{header}<small>{field ? fieldName(field) : '\u00a0'}</small></th>;
            })}
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.number} row={row} headers={headers} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row, headers }: { row: PreviewRow; headers: string[] }) {
  const reasonText = useReasonText();
  const known = new Set(headers);
  // A problem of the row as a whole has no column: it is told beside the row's number.
  const whole = row.problems.find((problem) => !known.has(problem.column));
  return (
    <tr className={row.problems.length > 0 ? styles.badRow : undefined}>
      <td className={whole ? styles.bad : undefined}>{row.number}{whole && <span className={styles.reason}>{reasonText(whole.reason)}</span>}</td>
      {headers.map((header, place) => {
        const problem = row.problems.find((each) => each.column === header);
        return (
          <td key={`${place}/${header}`} className={problem ? styles.bad : undefined} title={row.cells[place]}>
            {row.cells[place] || '\u00a0'}
            {problem && <span className={styles.reason}>{reasonText(problem.reason)}</span>}
          </td>
        );
      })}
    </tr>
  );
}
