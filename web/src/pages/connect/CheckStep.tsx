import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileReading, UploadPreview } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useFields } from '../../resources/useImports';
import styles from './connect.module.css';
import { ImportBar } from './ImportBar';
import { KindPanel } from './KindPanel';
import { MappingPanel } from './MappingPanel';
import { PreviewNotices } from './PreviewNotices';
import { PreviewTable } from './PreviewTable';
import { ReadingPanel } from './ReadingPanel';
import { useFieldName } from './useFieldName';

type Props = {
  first: UploadPreview;
  preview: UploadPreview;
  rereading: boolean;
  starting: 'trial' | 'import' | null;
  error: unknown;
  needsCheck: boolean;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  saveAs: string | null;
  onSaveAs: (name: string) => void;
  onRead: (reading: FileReading) => void;
  onTry: () => void;
  onImport: () => void;
  onOther: () => void;
};

/** How the file was understood, and every way to correct that before anything is kept. */
export function CheckStep(props: Props) {
  const { first, preview, rereading, starting, error, needsCheck, checked, onRead } = props;
  const { t } = useTranslation();
  const fields = useFields();
  const [columns, setColumns] = useState<'used' | 'all'>('used');
  const ready = preview.missingFields.length === 0 && preview.sampled.rows > 0;
  const open = ready && !rereading && starting === null && (!needsCheck || checked);
  return (
    <div className={styles.stack}>
      <PreviewNotices preview={preview} needsCheck={needsCheck} checked={checked} onChecked={props.onChecked} />
      {error ? <ErrorNote error={error} /> : null}
      <KindPanel first={first} preview={preview} busy={rereading} onRead={onRead} />
      <MappingPanel preview={preview} fields={fields.data} busy={rereading} onRead={onRead} />
      <ReadingPanel preview={preview} busy={rereading} onRead={onRead} />
      <Panel
        title={t('importing.firstRows')}
        note={t('importing.firstRowsNote')}
        extra={(
          <Segmented
            size="small"
            aria-label={t('importing.column')}
            value={columns}
            onChange={setColumns}
            options={[{ value: 'used', label: t('importing.usedColumns') }, { value: 'all', label: t('importing.allColumns') }]}
          />
        )}
        flush
      >
        <PreviewTable preview={preview} all={columns === 'all'} stale={rereading} />
      </Panel>
      <ImportBar saveAs={props.saveAs} onSaveAs={props.onSaveAs} message={<Message preview={preview} rereading={rereading} unchecked={needsCheck && !checked} />}>
        <Button onClick={props.onOther} disabled={starting !== null}>{t('importing.otherFile')}</Button>
        <Button disabled={!open} loading={starting === 'import'} onClick={props.onImport}>{t('importing.withoutTrial')}</Button>
        <Button type="primary" disabled={!open} loading={starting === 'trial'} onClick={props.onTry}>{t('importing.tryOut')}</Button>
      </ImportBar>
    </div>
  );
}

function Message({ preview, rereading, unchecked }: { preview: UploadPreview; rereading: boolean; unchecked: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldName = useFieldName();
  const { sampled, missingFields, reading } = preview;
  if (rereading) return t('importing.rereading');
  if (missingFields.length > 0) return <Alert type="warning" showIcon title={t('importing.missing', { fields: missingFields.map(fieldName).join(', ') })} />;
  if (sampled.rows === 0) return <Alert type="warning" showIcon title={t('problems.words.empty_file')} />;
  if (unchecked) return t('importing.confirmFirst');
  return t(reading.kind === 'orders' ? 'importing.sampledOrders' : 'importing.sampled', {
    rows: format.full(sampled.rows), items: format.full(sampled.items), things: t(`kinds.${reading.kind}.things`, { count: sampled.items }),
    named: format.full(sampled.itemsWithBuyer), count: sampled.rejected,
  });
}
