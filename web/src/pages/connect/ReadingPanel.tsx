import { InputNumber, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileReading, UploadPreview } from '../../api/types';
import styles from './connect.module.css';

type Props = { preview: UploadPreview; busy: boolean; onRead: (reading: FileReading) => void };
/** Windows-1252 holds all of Latin-1. */
const encodings = { 'utf-8': 'UTF-8', gb18030: 'GB18030', 'windows-1252': 'Windows-1252', 'utf-16': 'UTF-16', 'utf-16be': 'UTF-16BE' };

/** How the file is read, as it was detected: folded up unless the values leave it open. Each choice reads it again. */
export function ReadingPanel({ preview, busy, onRead }: Props) {
  const { t } = useTranslation();
  const { reading, sheets, ambiguous } = preview;
  const change = (patch: Partial<FileReading>) => onRead({ ...reading, ...patch });
  const choice = <Key extends 'encoding' | 'delimiter' | 'sheet' | 'dateOrder' | 'decimal'>(
    key: Key, label: string, options: { value: string; label: string }[],
  ) => (
    <Field label={label}>
      {(id) => <Select id={id} size="small" value={reading[key]} disabled={busy} status={ambiguous.includes(key) ? 'warning' : undefined} options={options} onChange={(value) => change({ [key]: value })} />}
    </Field>
  );
  const delimiters = { ',': t('importing.comma'), ';': t('importing.semicolon'), '\t': t('importing.tab'), '|': t('importing.pipe') };
  const decimals = { '.': t('importing.point'), ',': t('importing.decimalComma') };
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  const summary = [
    ...(reading.format === 'csv' ? [encodings[reading.encoding as keyof typeof encodings] ?? reading.encoding, delimiters[reading.delimiter as keyof typeof delimiters] ?? reading.delimiter] : [reading.sheet || 'XLSX']),
    ...(reading.gzip ? [t('importing.compressed')] : []),
    t('importing.headerIn', { row: reading.headerRow }), t(`importing.${reading.dateOrder}`), decimals[reading.decimal as keyof typeof decimals] ?? reading.decimal,
  ];
  return (
    <details className={styles.fold} open={ambiguous.length > 0 || undefined}>
      <summary><h2>{t('importing.howRead')}</h2><span>{summary.join(' · ')}</span></summary>
      {(['encoding', 'dateOrder', 'decimal'] as const).map((key) => ambiguous.includes(key) && <p key={key} className={styles.warning}>{t(`importing.ambiguous.${key}`)}</p>)}
      <div className={styles.selects}>
        {reading.format === 'csv' && choice('encoding', t('importing.encoding'), options({ ...encodings, 'windows-1252': t('importing.western') }))}
        {reading.format === 'csv' && choice('delimiter', t('importing.delimiter'), options(delimiters))}
        {sheets.length > 1 && choice('sheet', t('importing.sheet'), sheets.map((value) => ({ value, label: value })))}
        <Field label={t('importing.headerRow')}>
          {(id) => <InputNumber id={id} size="small" min={1} max={100} precision={0} changeOnWheel={false} value={reading.headerRow} disabled={busy} onChange={(value) => value && change({ headerRow: value })} />}
        </Field>
        {choice('dateOrder', t('importing.dateOrder'), (['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`importing.${value}`) })))}
        {choice('decimal', t('importing.decimal'), options(decimals))}
      </div>
    </details>
  );
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
