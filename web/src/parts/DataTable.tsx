import { Table } from 'antd';
import type { ReactNode } from 'react';
import { DataCards } from './DataCards';
import styles from './DataTable.module.css';
import { TableSkeleton } from './TableSkeleton';
import { useIsPhone } from './useIsPhone';

export type DataColumn<Row> = {
  key: string;
  title: ReactNode;
  render: (row: Row) => ReactNode;
  /** Numbers stand right, so that their digits line up. */
  numeric?: boolean;
  sortable?: boolean;
  width?: number;
  /** What a card is headed by on a phone; the other columns become its lines. */
  heading?: boolean;
  /** A long value takes a line of a card to itself. */
  wide?: boolean;
  /** Left out of a card. */
  tableOnly?: boolean;
};
export type Sort = { key: string; descending: boolean };
type Props<Row> = {
  label: string;
  columns: DataColumn<Row>[];
  rows: Row[] | undefined;
  rowKey: (row: Row) => string | number;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  onOpen?: (row: Row) => void;
  expand?: (row: Row) => ReactNode;
  empty?: ReactNode;
  skeletonRows?: number;
  stale?: boolean;
  sticky?: boolean;
  /** Rows are chosen by a box before each. */
  chosen?: { keys: number[]; onChange: (keys: number[]) => void; name: (row: Row) => string };
};

/** Rows as a table where there is room and as cards where there is not, with a skeleton of the same size before. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const phone = useIsPhone();
  if (!props.rows) return <TableSkeleton rows={props.skeletonRows ?? 8} />;
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  const className = props.stale ? styles.stale : undefined;
  return <div className={className}>{phone ? <DataCards {...props} rows={props.rows} /> : <WideTable {...props} rows={props.rows} />}</div>;
}

function WideTable<Row extends object>({ label, columns, rows, rowKey, sort, onSort, onOpen, expand, sticky, chosen }: Props<Row> & { rows: Row[] }) {
  return (
    <Table<Row>
      aria-label={label}
      size="middle"
      className={styles.table}
      dataSource={rows}
      rowKey={rowKey}
      pagination={false}
      scroll={{ x: 'max-content' }}
      sticky={sticky ? { offsetHeader: 56 } : false}
      onRow={(row) => (onOpen ? { onClick: () => onOpen(row), className: styles.open } : {})}
      expandable={expand && { expandedRowRender: expand }}
      rowSelection={chosen && { selectedRowKeys: chosen.keys, onChange: (keys) => chosen.onChange(keys.map(Number)), getCheckboxProps: (row) => ({ 'aria-label': chosen.name(row) }), onCell: () => ({ onClick: (event) => event.stopPropagation() }) }}
      onChange={(_page, _filters, sorter) => {
        const chosen = Array.isArray(sorter) ? sorter[0] : sorter;
        if (chosen?.columnKey) onSort?.({ key: String(chosen.columnKey), descending: chosen.order !== 'ascend' });
      }}
      columns={columns.map((column) => ({
        key: column.key,
        title: column.title,
        align: column.numeric ? ('right' as const) : ('left' as const),
        width: column.width,
        render: (_: unknown, row: Row) => column.render(row),
        ...(column.sortable && {
          sorter: true,
          sortDirections: ['descend' as const, 'ascend' as const, 'descend' as const],
          sortOrder: sort?.key === column.key ? (sort.descending ? ('descend' as const) : ('ascend' as const)) : null,
        }),
      }))}
    />
  );
}
