import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useRemoveUser, useUsers } from '../../resources/useAccounts';
import { useSession } from '../../session/SessionContext';
import { useShopNames } from './useShopNames';
import { AccessDialog, NewUserDialog, ResetPasswordDialog } from './UserDialogs';
import styles from './settings.module.css';

export function UsersSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useSession();
  const { data, error, refetch } = useUsers();
  const shopNames = useShopNames();
  const remove = useRemoveUser();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<UserRow | null>(null);
  const [resetting, setResetting] = useState<UserRow | null>(null);
  const self = (row: UserRow) => row.name === user?.name;
  const problem = error ?? remove.error;
  const columns: DataColumn<UserRow>[] = [
    { key: 'name', title: t('users.name'), heading: true, render: (row) => <>{row.name} {self(row) && <span className={styles.you}>{t('users.you')}</span>}</> },
    { key: 'role', title: t('users.role'), render: (row) => t(`roles.${row.role}`) },
    { key: 'shops', wide: true, title: t('dataScope.label'), render: (row) => shopNames(row.shops) },
    { key: 'created', wide: true, title: t('users.created'), render: (row) => (row.lockedUntil ? t('users.locked', { until: format.instant(row.lockedUntil) }) : format.instant(row.createdAt)) },
    {
      key: 'actions', title: '', numeric: true, wide: true,
      render: (row) => (
        <Space wrap>
          <Button size="small" disabled={self(row)} onClick={() => setChanging(row)}>{t('users.access')}</Button>
          <Button size="small" onClick={() => setResetting(row)}>{t('users.reset')}</Button>
          <Popconfirm title={t('users.removeSure', { name: row.name })} okText={t('users.remove')} okButtonProps={{ danger: true }} onConfirm={() => remove.mutate(row.id)} disabled={self(row)}>
            <Button size="small" danger disabled={self(row)}>{t('users.remove')}</Button>
          </Popconfirm>
        </Space>
      ),
    },
  ];
  return (
    <Panel title={t('settings.users')} note={t('users.note')} extra={<Button onClick={() => setAdding(true)}>{t('users.add')}</Button>} flush>
      {problem ? <ErrorNote error={problem} onRetry={error ? () => void refetch() : undefined} /> : null}
      <DataTable label={t('users.list')} columns={columns} rows={data} rowKey={(row) => row.id} skeletonRows={3} />
      {adding && <NewUserDialog onClose={() => setAdding(false)} />}
      {changing && <AccessDialog user={changing} onClose={() => setChanging(null)} />}
      {resetting && <ResetPasswordDialog user={resetting} onClose={() => setResetting(null)} />}
    </Panel>
  );
}
