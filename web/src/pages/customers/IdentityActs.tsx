import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IdentityAct } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useActorName } from '../../parts/useActorName';
import { useIdentityActs, useWithdraw } from '../../resources/useIdentity';
import { useCan } from '../../session/SessionContext';
import styles from './DuplicatesPage.module.css';

/** What people decided about who is who, each to be taken back. */
export function IdentityActs() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const actor = useActorName();
  const { data, error, refetch } = useIdentityActs();
  const withdraw = useWithdraw();
  const problem = error ?? withdraw.error;
  const columns: DataColumn<IdentityAct>[] = [
    { key: 'said', title: t('identity.said'), heading: true, render: (row) => (row.isSame ? t('identity.saidSame') : t('identity.saidDifferent')) },
    {
      key: 'customers', title: t('identity.concerned'),
      render: (row) => row.customers.length ? <Space wrap size={4}>{row.customers.map((id) => <Link key={id} to={`/customers/${id}`}>{id}</Link>)}</Space> : t('identity.nobodyNow'),
    },
    { key: 'by', title: t('identity.by'), render: (row) => actor(row.actor) },
    { key: 'when', title: t('identity.when'), wide: true, render: (row) => format.instant(row.at) },
    ...(can('customersWrite') ? [{
      key: 'withdraw', title: '', numeric: true, wide: true,
      render: (row: IdentityAct) => <Button size="small" loading={withdraw.isPending && withdraw.variables === row.act} onClick={() => withdraw.mutate(row.act)}>{t('identity.withdraw')}</Button>,
    }] : []),
  ];
  return (
    <Panel title={t('identity.acts')} note={t('identity.actsNote')} flush>
      {problem ? <ErrorNote error={problem} onRetry={error ? () => void refetch() : undefined} /> : null}
      {(data || !error) && <DataTable label={t('identity.acts')} columns={columns} rows={data} rowKey={(row) => row.act} skeletonRows={2} empty={<p className={styles.empty}>{t('identity.noActs')}</p>} />}
    </Panel>
  );
}
