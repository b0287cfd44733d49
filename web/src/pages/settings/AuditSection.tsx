import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditAction, AuditRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useActorName } from '../../parts/useActorName';
import { useAudit } from '../../resources/useAccounts';
import styles from './settings.module.css';

const actions = ['signIn', 'signInFailed', 'export', 'reveal', 'import', 'settings', 'users', 'tokens', 'merge', 'profile', 'consent', 'bin', 'erase', 'undo', 'backup', 'restore', 'keyRotation'] as const;
const kinds = [
  'user', 'shop', 'import', 'export', 'token', 'customer', 'customers', 'customerView', 'identity', 'profile', 'serviceLevels', 'gridLimits', 'definitions', 'rate', 'installation',
] as const;

export function AuditSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const actor = useActorName();
  const [action, setAction] = useState<AuditAction>();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(action);
  const rows = data?.pages.flatMap((page) => page.items);
  const columns: DataColumn<AuditRow>[] = [
    { key: 'action', title: t('audit.action'), heading: true, render: (row) => t(`audit.actions.${row.action}`) },
    { key: 'at', wide: true, title: t('audit.at'), render: (row) => format.instant(row.at) },
    { key: 'actor', title: t('audit.actor'), render: (row) => actor(row.actor) },
    { key: 'subject', title: t('audit.subject'), render: (row) => subject(row.subject) },
    { key: 'detail', wide: true, title: t('audit.detail'), render: (row) => t(`auditFacts.${row.kind}`, { defaultValue: row.sentence, replace: row.values }) },
  ];
  /** "user:1" as the reader would say it; what is not known stays as it was written. */
  function subject(text: string) {
    const [kind = '', id = ''] = text.split(':');
    const known = kinds.find((each) => each === kind);
    if (known === 'customers' && /^\d+$/.test(id)) return t('grid.people', { count: Number(id) });
    // What was written at once goes by a number that tells nobody anything.
    return known ? `${t(`audit.subjects.${known}`)} ${id === 'all' || known === 'profile' ? '' : id}`.trim() : text || '–';
  }
  return (
    <Panel
      title={t('settings.audit')}
      note={t('audit.note')}
      extra={
        <Select<AuditAction | 'all'>
          aria-label={t('audit.filter')}
          style={{ minWidth: 160 }}
          value={action ?? 'all'}
          onChange={(value) => setAction(value === 'all' ? undefined : value)}
          options={[{ value: 'all' as const, label: t('audit.all') }, ...actions.map((value) => ({ value, label: t(`audit.actions.${value}`) }))]}
        />
      }
      flush
    >
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      <DataTable label={t('audit.list')} columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState title={t('audit.emptyTitle')}>{t('audit.empty')}</EmptyState>} />
      {hasNextPage && <div className={styles.more}><Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('actions.more')}</Button></div>}
    </Panel>
  );
}
