import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileReading, UploadPreview } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useFields } from '../../resources/useImports';
import { MappingPanel } from './MappingPanel';
import { PreviewNotices } from './PreviewNotices';
import { PreviewTable } from './PreviewTable';
import { ReadingPanel } from './ReadingPanel';
import styles from './connect.module.css';

type Props = {
  preview: UploadPreview;
  rereading: boolean;
  starting: boolean;
  error: unknown;
  onRead: (reading: FileReading) => void;
  onStart: (saveAs: string | undefined) => void;
  onOther: () => void;
};

/** How the file was understood, and every way to correct that before anything is kept. */
export function PreviewStep({ preview, rereading, starting, error, onRead, onStart, onOther }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useFields();
  const [saveAs, setSaveAs] = useState('');
  const { sampled, missingFields } = preview;
  const fieldName = (key: string) => fields.data?.find((field) => field.key === key)?.name[format.language] ?? key;
  const own = preview.recognised.preset === null && preview.recognised.mapping === null;
  const ready = missingFields.length === 0 && sampled.rows > 0;
  return (
    <div className={styles.stack}>
      <PreviewNotices preview={preview} />
      {error ? <ErrorNote error={error} /> : null}
      <ReadingPanel preview={preview} busy={rereading} onRead={onRead} />
      <MappingPanel preview={preview} fields={fields.data} busy={rereading} onRead={onRead} />
      <Panel title={t('importing.firstRows')} note={t('importing.firstRowsNote')} flush>
        <PreviewTable preview={preview} fieldName={fieldName} stale={rereading} />
      </Panel>
      <div className={styles.foot}>
        <span aria-live="polite">
          {rereading ? t('importing.rereading')
            : ready ? t('importing.sampled', { rows: format.full(sampled.rows), orders: format.full(sampled.items), named: format.full(sampled.itemsWithBuyer), rejected: format.full(sampled.rejected) })
            : <Alert type="warning" showIcon title={t('importing.missing', { fields: missingFields.map(fieldName).join(', ') })} />}
        </span>
        {own && (
          <Input
            className={styles.saveAs}
            value={saveAs}
            onChange={(event) => setSaveAs(event.target.value)}
            placeholder={t('importing.saveAsHint')}
            aria-label={t('importing.saveAs')}
            maxLength={100}
          />
        )}
        <Button onClick={onOther} disabled={starting}>{t('importing.otherFile')}</Button>
        <Button type="primary" disabled={!ready || rereading} loading={starting} onClick={() => onStart(saveAs.trim() || undefined)}>{t('importing.startImport')}</Button>
      </div>
    </div>
  );
}
