import { InputNumber, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileReading, UploadPreview } from '../../api/types';
import { Panel } from '../../parts/Panel';
import { usePresets } from '../../resources/useImports';
import styles from './connect.module.css';
import { usePresetName } from './usePresetName';

type Props = { preview: UploadPreview; busy: boolean; onRead: (reading: FileReading) => void };
const encodings = ['utf-8', 'utf-16', 'utf-16be', 'gb18030'];

/** How the file is read, as it was detected; each choice reads it again. */
export function ReadingPanel({ preview, busy, onRead }: Props) {
  const { t } = useTranslation();
  const presetName = usePresetName();
  const { data: presets } = usePresets();
  const { reading, sheets } = preview;
  const change = (patch: Partial<FileReading>) => onRead({ ...reading, ...patch });
  const choice = <Key extends 'encoding' | 'delimiter' | 'sheet' | 'dateOrder' | 'decimal' | 'preset'>(
    key: Key, label: string, options: { value: string; label: string }[],
  ) => (
    <Field label={label}>
      {(id) => <Select id={id} size="small" value={reading[key] ?? undefined} disabled={busy} options={options} onChange={(value) => change({ [key]: value })} />}
    </Field>
  );
  const layouts = [...new Set([...(presets ?? []).map((preset) => preset.key), 'custom', reading.preset])];
  return (
    <Panel title={t('importing.howRead')}>
      <div className={styles.selects}>
        {choice('preset', t('importing.layout'), layouts.map((value) => ({ value, label: presetName(value) })))}
        {reading.format === 'csv' && choice('encoding', t('importing.encoding'), encodings.map((value) => ({ value, label: value.toUpperCase() })))}
        {reading.format === 'csv' && choice('delimiter', t('importing.delimiter'), [
          { value: ',', label: t('importing.comma') }, { value: ';', label: t('importing.semicolon') },
          { value: '\t', label: t('importing.tab') }, { value: '|', label: t('importing.pipe') },
        ])}
        {sheets.length > 1 && choice('sheet', t('importing.sheet'), sheets.map((value) => ({ value, label: value })))}
        <Field label={t('importing.headerRow')}>
          {(id) => <InputNumber id={id} size="small" min={1} max={100} precision={0} changeOnWheel={false} value={reading.headerRow} disabled={busy} onChange={(value) => value && change({ headerRow: value })} />}
        </Field>
        {choice('dateOrder', t('importing.dateOrder'), (['ymd', 'dmy', 'mdy'] as const).map((value) => ({ value, label: t(`importing.${value}`) })))}
        {choice('decimal', t('importing.decimal'), [{ value: '.', label: t('importing.point') }, { value: ',', label: t('importing.decimalComma') }])}
      </div>
    </Panel>
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
