import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { DataColumn } from './DataTable';
import styles from './DataTable.module.css';

type Props<Row> = {
  label: string;
  columns: DataColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  onOpen?: (row: Row) => void;
  expand?: (row: Row) => ReactNode;
  chosen?: { keys: number[]; onChange: (keys: number[]) => void; name: (row: Row) => string };
};

/** Rows on a phone: a card each, headed by the column that names it. */
export function DataCards<Row>({ label, columns, rows, rowKey, onOpen, expand, chosen }: Props<Row>) {
  const heading = columns.find((column) => column.heading) ?? columns[0];
  const lines = spread(columns.filter((column) => column !== heading && !column.tableOnly));
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={`${styles.card} ${onOpen ? styles.open : ''}`} onClick={onOpen && (() => onOpen(row))}>
          <div className={styles.heading}>{chosen && <Choice of={Number(rowKey(row))} name={chosen.name(row)} chosen={chosen} />}{heading?.render(row)}</div>
          <dl className={styles.lines}>
            {lines.map((column) => (
              <div key={column.key} className={`${styles.line} ${column.wide ? styles.wide : ''}`}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
          {expand?.(row)}
        </li>
      ))}
    </ul>
  );
}

/** Lines stand two abreast; one that would stand alone takes the whole line. */
function spread<Row>(columns: DataColumn<Row>[]): DataColumn<Row>[] {
  let left = true;
  return columns.map((column, index) => {
    const next = columns[index + 1];
    const wide = column.wide ?? (left && (!next || Boolean(next.wide)));
    left = wide || !left;
    return { ...column, wide };
  });
}

function Choice({ of, name, chosen }: { of: number; name: string; chosen: { keys: number[]; onChange: (keys: number[]) => void } }) {
  const isChosen = chosen.keys.includes(of);
  return (
    <span className={styles.choice} onClick={(event) => event.stopPropagation()}>
      <Checkbox aria-label={name} checked={isChosen} onChange={() => chosen.onChange(isChosen ? chosen.keys.filter((key) => key !== of) : [...chosen.keys, of])} />
    </span>
  );
}
