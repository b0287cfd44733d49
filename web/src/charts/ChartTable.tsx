import styles from './ChartPanel.module.css';

/** What a chart draws, as rows: raw values for the file, and how to write each for the eye. */
export type ChartRows = {
  columns: { title: string; write?: (value: number) => string; say?: (text: string) => string }[];
  values: (string | number | null)[][];
};

export function ChartTable({ caption, rows }: { caption: string; rows: ChartRows }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>{rows.columns.map((column) => <th key={column.title} scope="col" className={column.write ? styles.number : undefined}>{column.title}</th>)}</tr>
      </thead>
      <tbody>
        {rows.values.map((row, index) => (
          <tr key={index}>
            {row.map((value, place) => {
              const { write, say } = rows.columns[place] ?? {};
              return <td key={place} className={write ? styles.number : undefined}>{value === null ? '–' : typeof value === 'number' ? (write?.(value) ?? value) : (say?.(value) ?? value)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
