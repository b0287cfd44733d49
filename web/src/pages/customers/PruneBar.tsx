import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { useRestore } from '../../resources/useManyCustomers';
import { useTakeBack } from '../../resources/useProfile';
import { usePrune, type PruneLimits } from '../../resources/usePrune';
import styles from './CustomersPage.module.css';

type Props = { chosen: number[]; total: number; limits: PruneLimits; onDone: () => void };

/** What is done to those chosen on the prune list, or to all of it; each can be undone in place. */
export function PruneBar({ chosen, total, limits, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { notification } = App.useApp();
  const [all, setAll] = useState(false);
  const [prune, restore, takeBack] = [usePrune(), useRestore(), useTakeBack()];
  const run = (act: 'suppress' | 'bin') => prune.mutate({ limits, act, customers: all ? null : chosen }, {
    onSuccess: (done) => {
      const key = `prune${Date.now()}`;
      const count = done.customers.length;
      const undo = () => { if (done.act) takeBack.mutate(done.act); else restore.mutate(done.customers); notification.destroy(key); };
      notification.success({
        key, duration: 10, title: act === 'bin' ? t('chosen.binned', { count }) : t('prune.done', { count }),
        description: all && done.left > 0 ? t('prune.left', { count: done.left }) : undefined, actions: <Button size="small" onClick={undo}>{t('chosen.undo')}</Button>,
      });
      onDone();
    },
  });
  return (
    <div className={styles.chosen} role="region" aria-label={t('chosen.title')}>
      <span>
        {t('chosen.count', { count: all ? total : chosen.length })}{' '}
        {!all && total > chosen.length && <Button type="link" size="small" onClick={() => setAll(true)}>{t('prune.all', { total: format.full(total) })}</Button>}
      </span>
      <Tooltip title={t('prune.suppressNote')}><Button size="small" type="primary" loading={prune.isPending} onClick={() => run('suppress')}>{t('prune.suppress')}</Button></Tooltip>
      <Button size="small" loading={prune.isPending} onClick={() => run('bin')}>{t('bin.move')}</Button>
      <Button size="small" type="text" onClick={onDone}>{t('actions.cancel')}</Button>
      {prune.error ? <ErrorNote error={prune.error} /> : null}
    </div>
  );
}
