import { Checkbox, DatePicker, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRequest, ExportTable } from '../../api/types';
import { useLanguage } from '../../i18n';
import type { ExportQuery } from '../../resources/useExports';
import { useCan } from '../../session/SessionContext';
import { ExportColumns } from './ExportColumns';
import { asked, chosen, usual, type Choice } from './columnOrder';
import styles from './exports.module.css';

export type Wanted = { body: Omit<ExportRequest, 'customers'>; query: ExportQuery };
type Props = {
  id: string;
  tables: ExportTable[];
  /** Which rows, where a list says it; else the form asks for days. */
  query?: ExportQuery;
  onWanted: (wanted: Wanted) => void;
};

/** Which table, which columns, what kind of file. */
export function ExportForm({ id, tables, query, onWanted }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const can = useCan();
  const [key, setKey] = useState(tables[0]?.key ?? '');
  const [choices, setChoices] = useState<Choice[]>(usual(tables[0]?.columns ?? []));
  const [format, setFormat] = useState<'csv' | 'xlsx'>('csv');
  const [unmasked, setUnmasked] = useState(false);
  const [days, setDays] = useState<ExportQuery>({});
  const table = tables.find((each) => each.key === key);
  if (!table) return null;
  const keys = chosen(choices);
  const hasNames = table.columns.some((column) => column.isPersonal && keys.includes(column.key));
  const choose = (next: string) => {
    setKey(next);
    setChoices(usual(tables.find((each) => each.key === next)?.columns ?? []));
  };
  const submit = () => {
    if (keys.length === 0) return;
    onWanted({
      body: { table: key, format, language, columns: asked(choices, table.columns), unmasked: unmasked && hasNames },
      query: query ?? (table.narrowing === 'scope' ? days : {}),
    });
  };
  return (
    <Form id={id} layout="vertical" requiredMark={false} onFinish={submit}>
      {tables.length > 1 && (
        <Form.Item label={t('exports.table')} htmlFor={`${id}-table`}>
          <Select id={`${id}-table`} value={key} onChange={choose} options={tables.map((each) => ({ value: each.key, label: each.name[language] }))} />
        </Form.Item>
      )}
      {!query && table.narrowing === 'scope' && (
        <Form.Item label={t('exports.paidDays')} extra={t('exports.paidDaysNote')}>
          <DatePicker.RangePicker
            allowEmpty
            style={{ width: '100%' }}
            onChange={(range) => setDays({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })}
          />
        </Form.Item>
      )}
      <Form.Item label={t('exports.format')}>
        <Radio.Group value={format} onChange={(event) => setFormat(event.target.value as 'csv' | 'xlsx')} options={[{ value: 'csv', label: 'CSV' }, { value: 'xlsx', label: 'Excel (.xlsx)' }]} />
      </Form.Item>
      <Form.Item
        label={t('exports.columns')}
        validateStatus={keys.length === 0 ? 'error' : undefined}
        help={keys.length === 0 ? t('exports.columnsMissing') : undefined}
      >
        <ExportColumns columns={table.columns} choices={choices} onChange={setChoices} />
      </Form.Item>
      {hasNames && can('customersReveal') && <Checkbox checked={unmasked} onChange={(event) => setUnmasked(event.target.checked)}>{t('exports.unmask')}</Checkbox>}
      {hasNames && <p className={styles.note}>{unmasked ? t('exports.unmaskedNote') : t('exports.maskedNote')}</p>}
    </Form>
  );
}
