import { ExportOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import type { CustomerQuery } from '../../resources/useCustomers';
import { useDeclareConsents, useMoveToBin, useRestore, useWriteProfiles } from '../../resources/useManyCustomers';
import { useTakeBack } from '../../resources/useProfile';
import { useCan } from '../../session/SessionContext';
import { ExportDialog } from '../exports/ExportDialog';
import { ConsentForm } from './ConsentForm';
import styles from './CustomersPage.module.css';

type Props = { chosen: number[]; total: number; who: CustomerQuery; onDone: () => void };

/** What can be done to those who were chosen, or to all who match. */
export function ChosenBar({ chosen, total, who, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { notification } = App.useApp();
  const [all, setAll] = useState(false);
  const [tag, setTag] = useState<string | null>(null);
  const [consenting, setConsenting] = useState(false);
  const [exporting, setExporting] = useState(false);
  const can = useCan();
  const [write, declare, move, restore, takeBack] = [useWriteProfiles(), useDeclareConsents(), useMoveToBin(), useRestore(), useTakeBack()];
  const many = { customers: all ? null : chosen, query: who };
  const problem = write.error ?? move.error;
  const tell = (title: string, undo?: () => void) => {
    const key = title + Date.now();
    const back = undo && <Button size="small" onClick={() => { undo(); notification.destroy(key); }}>{t('chosen.undo')}</Button>;
    notification.success({ key, title, actions: back, duration: 10 });
    onDone();
  };
  const putTag = () => write.mutate({ many, edits: [{ attribute: `tag:${tag?.trim()}`, text: 'on' }] }, {
    onSuccess: ({ act, customers }) => { setTag(null); tell(t('chosen.tagged', { count: customers }), () => takeBack.mutate(act)); },
  });
  const suppress = () => write.mutate({ many, edits: [{ attribute: 'suppressed', text: 'yes' }] }, {
    onSuccess: ({ act, customers }) => tell(t('prune.done', { count: customers }), () => takeBack.mutate(act)),
  });
  const bin = () => move.mutate(many, { onSuccess: ({ customers }) => tell(t('chosen.binned', { count: customers }), all ? undefined : () => restore.mutate(chosen)) });
  return (
    <div className={styles.chosen} role="region" aria-label={t('chosen.title')}>
      <span>
        {t('chosen.count', { count: all ? total : chosen.length })}{' '}
        {!all && total > chosen.length && <Button type="link" size="small" onClick={() => setAll(true)}>{t('chosen.all', { total: format.full(total) })}</Button>}
      </span>
      <Button size="small" onClick={() => setTag('')}>{t('profile.addTag')}</Button>
      <Button size="small" onClick={() => setConsenting(true)}>{t('consent.declare')}</Button>
      {can('customersExport') && <Button size="small" icon={<ExportOutlined />} onClick={() => setExporting(true)}>{t('actions.export')}</Button>}
      <Button size="small" loading={write.isPending} onClick={suppress}>{t('prune.suppress')}</Button>
      <Button size="small" loading={move.isPending} onClick={bin}>{t('bin.move')}</Button>
      <Button size="small" type="text" onClick={onDone}>{t('actions.cancel')}</Button>
      {problem && tag === null ? <ErrorNote error={problem} /> : null}
      {tag !== null && (
        <Modal open title={t('profile.addTag')} okText={t('profile.addTag')} okButtonProps={{ disabled: !tag.trim() }} confirmLoading={write.isPending} onOk={putTag} onCancel={() => setTag(null)}>
          {write.error ? <ErrorNote error={write.error} /> : null}
          <Input autoFocus maxLength={64} aria-label={t('profile.addTag')} value={tag} onChange={(event) => setTag(event.target.value)} onPressEnter={() => tag.trim() && putTag()} />
        </Modal>
      )}
      {exporting && <ExportDialog table="customers" query={who} customers={all ? undefined : chosen} onClose={() => setExporting(false)} />}
      {consenting && (
        <ConsentForm
          saving={declare.isPending} error={declare.error} onClose={() => setConsenting(false)}
          onDeclare={(said) => declare.mutate({ many, said }, { onSuccess: ({ declared, refusedLater }) => { setConsenting(false); tell(t('chosen.declared', { count: declared }) + (refusedLater ? t('chosen.refusedLater', { count: refusedLater }) : '')); } })}
        />
      )}
    </div>
  );
}
