import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TokenRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useRevokeToken, useTokens } from '../../resources/useAccounts';
import { NewTokenDialog } from './NewTokenDialog';
import { useShopNames } from './useShopNames';

export function TokensSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useTokens();
  const revoke = useRevokeToken();
  const shopNames = useShopNames();
  const [adding, setAdding] = useState(false);
  const problem = error ?? revoke.error;
  const columns: DataColumn<TokenRow>[] = [
    { key: 'name', title: t('tokens.name'), heading: true, render: (row) => row.name },
    { key: 'role', title: t('tokens.role'), render: (row) => t(`roles.${row.role}`) },
    { key: 'shops', wide: true, title: t('dataScope.label'), render: (row) => shopNames(row.shops) },
    { key: 'created', wide: true, title: t('tokens.created'), render: (row) => format.instant(row.createdAt) },
    { key: 'used', wide: true, title: t('tokens.used'), render: (row) => (row.lastUsedAt ? format.instant(row.lastUsedAt) : t('tokens.never')) },
    {
      key: 'revoke', title: '', numeric: true, wide: true,
      render: (row) => row.revokedAt ? t('tokens.revoked', { at: format.instant(row.revokedAt) }) : (
        <Popconfirm title={t('tokens.revokeSure', { name: row.name })} okText={t('tokens.revoke')} okButtonProps={{ danger: true }} onConfirm={() => revoke.mutate(row.id)}>
          <Button size="small" danger>{t('tokens.revoke')}</Button>
        </Popconfirm>
      ),
    },
  ];
  const add = <Button onClick={() => setAdding(true)}>{t('tokens.add')}</Button>;
  return (
    <Panel title={t('settings.tokens')} note={t('tokens.note')} extra={add} flush>
      {problem ? <ErrorNote error={problem} onRetry={error ? () => void refetch() : undefined} /> : null}
      <DataTable label={t('tokens.list')} columns={columns} rows={data} rowKey={(row) => row.id} skeletonRows={3} empty={<EmptyState title={t('tokens.emptyTitle')}>{t('tokens.empty')}</EmptyState>} />
      {adding && <NewTokenDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}
