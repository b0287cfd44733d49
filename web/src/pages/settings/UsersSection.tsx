import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useRemoveUser, useSetRole, useUsers } from '../../resources/useAccounts';
import { useSession } from '../../session/SessionContext';
import { RoleSelect } from './RoleSelect';
import { NewUserDialog, ResetPasswordDialog } from './UserDialogs';
import styles from './settings.module.css';

export function UsersSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { user } = useSession();
  const { data, error, refetch } = useUsers();
  const setRole = useSetRole();
  const remove = useRemoveUser();
  const [adding, setAdding] = useState(false);
  const [resetting, setResetting] = useState<UserRow | null>(null);
  const self = (row: UserRow) => row.name === user?.name;
  const problem = error ?? setRole.error ?? remove.error;
  const columns: DataColumn<UserRow>[] = [
    { key: 'name', title: t('users.name'), heading: true, render: (row) => <>{row.name} {self(row) && <span className={styles.you}>{t('users.you')}</span>}</> },
    {
      key: 'role', title: t('users.role'),
      render: (row) => <RoleSelect size="small" label={`${t('users.role')}: ${row.name}`} value={row.role} disabled={self(row)} onChange={(role) => setRole.mutate({ id: row.id, role })} />,
    },
    { key: 'created', title: t('users.created'), render: (row) => (row.lockedUntil ? t('users.locked', { until: format.instant(row.lockedUntil) }) : format.instant(row.createdAt)) },
    {
      key: 'actions', title: '', numeric: true,
      render: (row) => (
        <Space>
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
      {resetting && <ResetPasswordDialog user={resetting} onClose={() => setResetting(null)} />}
    </Panel>
  );
}
