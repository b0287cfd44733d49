import { Button, Popconfirm } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeRate } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { currencyOptions } from '../../parts/zones';
import { useDeleteRate, useRates } from '../../resources/useRates';
import { useCan } from '../../session/SessionContext';
import { NewRateDialog } from './NewRateDialog';

/** What foreign currencies were worth, each from its day on. */
export function RatesSection() {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const { code } = format.currency;
  const { data, error, refetch } = useRates();
  const remove = useDeleteRate();
  const [adding, setAdding] = useState(false);
  const names = useMemo(() => new Map(currencyOptions(format.language).map(({ value, label }) => [value, label])), [format.language]);
  const problem = error ?? remove.error;
  const columns: DataColumn<ExchangeRate>[] = [
    { key: 'currency', title: t('rates.currency'), heading: true, render: (row) => names.get(row.currency) ?? row.currency },
    { key: 'day', title: t('rates.day'), render: (row) => format.day(row.day) },
    { key: 'rate', title: t('rates.rate', { code }), numeric: true, render: (row) => format.rate(row.rate) },
    ...(can('settingsWrite') ? [{
      key: 'remove', title: '', numeric: true, wide: true,
      render: (row: ExchangeRate) => (
        <Popconfirm title={t('rates.removeSure', { currency: row.currency, day: format.day(row.day) })} okText={t('rates.remove')} okButtonProps={{ danger: true }} onConfirm={() => remove.mutate(row)}>
          <Button size="small" danger>{t('rates.remove')}</Button>
        </Popconfirm>
      ),
    }] : []),
  ];
  const add = can('settingsWrite') && <Button onClick={() => setAdding(true)}>{t('rates.add')}</Button>;
  return (
    <Panel title={t('settings.rates')} note={t('rates.note', { code })} extra={add} flush>
      {problem ? <ErrorNote error={problem} onRetry={error ? () => void refetch() : undefined} /> : null}
      <DataTable
        label={t('rates.list')}
        columns={columns}
        rows={data}
        rowKey={(row) => `${row.currency}/${row.day}`}
        skeletonRows={3}
        empty={<EmptyState title={t('rates.emptyTitle')}>{t('rates.empty', { code })}</EmptyState>}
      />
      {adding && <NewRateDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}
