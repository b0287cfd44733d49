import { useTranslation } from 'react-i18next';
import type { PreviewRow, UploadPreview } from '../../api/types';
import styles from './connect.module.css';
import { useFieldName } from './useFieldName';
import { useReasonText } from './useReasonText';

type Props = { preview: UploadPreview; all: boolean; stale: boolean };

/** The first rows as they stand in the file, each problem in the cell where it is. */
export function PreviewTable({ preview, all, stale }: Props) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const { headers, rows, reading } = preview;
  const fieldOf = new Map<string, string[]>();
  for (const [field, header] of Object.entries(reading.columns)) fieldOf.set(header, [...(fieldOf.get(header) ?? []), field]);
  const troubled = new Set(rows.flatMap((row) => row.problems.map((problem) => problem.column)));
  const used = headers.map((_, place) => place).filter((place) => all || fieldOf.has(headers[place] ?? '') || troubled.has(headers[place] ?? ''));
  const places = used.length > 0 ? used : headers.map((_, place) => place);
  return (
    <div className={styles.scroll} style={{ opacity: stale ? 0.6 : 1 }} tabIndex={0}>
      <table className={styles.preview}>
        <caption className="visually-hidden">{t('importing.firstRows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('importing.row')}</th>
            {places.map((place) => {
              const fields = fieldOf.get(headers[place] ?? '') ?? [];
              return <th key={place} scope="col">{headers[place]}<small>{fields.map(fieldName).join(', ') || '\u00a0'}</small></th>;
            })}
          </tr>
        </thead>
        <tbody>{rows.map((row) => <Row key={row.number} row={row} headers={headers} places={places} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ row, headers, places }: { row: PreviewRow; headers: string[]; places: number[] }) {
  const reasonText = useReasonText();
  const known = new Set(headers);
  // A problem of the row as a whole has no column: it is told beside the row's number.
  const whole = row.problems.find((problem) => !known.has(problem.column));
  return (
    <tr className={row.problems.length > 0 ? styles.badRow : undefined}>
      <td className={whole ? styles.bad : undefined}>{row.number}{whole && <span className={styles.reason}>{reasonText(whole.reason)}</span>}</td>
      {places.map((place) => {
        const problem = row.problems.find((each) => each.column === headers[place]);
        return (
          <td key={place} className={problem ? styles.bad : undefined} title={row.cells[place]}>
            {row.cells[place] || '\u00a0'}
            {problem && <span className={styles.reason}>{reasonText(problem.reason)}</span>}
          </td>
        );
      })}
    </tr>
  );
}
