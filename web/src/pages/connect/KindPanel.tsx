import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileKind, FileReading, PresetInfo, UploadPreview } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Panel } from '../../parts/Panel';
import { usePresets } from '../../resources/useImports';
import { KindChoice, kinds } from './KindChoice';
import styles from './connect.module.css';
import { sameMapping } from './reading';
import { usePresetName } from './usePresetName';

/** `first` is how the file was recognised; every choice reads the file again. */
type Props = { first: UploadPreview; preview: UploadPreview; busy: boolean; onRead: (reading: FileReading) => void };
const saved = 'saved';

/** What the rows tell of and whose layout that is: one line where it is known, a choice where it is not. */
export function KindPanel({ first, preview, busy, onRead }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const presetName = usePresetName();
  const { data: presets } = usePresets();
  const { reading, recognised } = preview;
  const known = recognised.preset !== null || recognised.mapping !== null;
  const [open, setOpen] = useState(!known);
  const untouched = sameMapping(reading, first.reading);
  const byMapping = recognised.mapping !== null && untouched;
  const name = byMapping ? t('importing.savedAs', { name: recognised.mapping }) : reading.preset === 'custom' ? t('importing.ownMapping') : presetName(reading.preset);
  const kindName = t(`kinds.${reading.kind}.name`);
  const preset = presets?.find(({ key }) => key === reading.preset);

  const chooseKind = (kind: FileKind) => onRead({ ...reading, kind, preset: 'custom', columns: {} });
  const chooseLayout = (key: string) => {
    const chosen = presets?.find((each) => each.key === key);
    if (key === saved) onRead(first.reading);
    else if (chosen) onRead({ ...reading, kind: chosen.kind, preset: chosen.key, columns: {} });
  };
  return (
    <Panel title={t('importing.whatKind')}>
      <div className={styles.told}>
        <strong>{kindName}</strong>
        {name !== kindName && <span>{name}</span>}
        {untouched && (byMapping || recognised.preset === reading.preset) && <Tag color="success">{t('importing.recognised')}</Tag>}
        {!open && <Button size="small" onClick={() => setOpen(true)}>{t('importing.change')}</Button>}
      </div>
      {!open && !byMapping && preset && <p className={styles.hint}>{preset.description[language]}</p>}
      {open && (
        <>
          <KindChoice kind={reading.kind} disabled={busy} onChoose={chooseKind} />
          <div className={styles.layout}>
            <label htmlFor="layout">{t('importing.layout')}</label>
            <Select
              id="layout"
              value={byMapping ? saved : reading.preset}
              disabled={busy}
              options={layouts(presets ?? [])}
              popupMatchSelectWidth={false}
              onChange={chooseLayout}
            />
            {known && !untouched && <Button type="link" disabled={busy} onClick={() => onRead(first.reading)}>{t('importing.restore')}</Button>}
          </div>
        </>
      )}
    </Panel>
  );

  function layouts(all: PresetInfo[]) {
    const own = reading.preset === 'custom' && !byMapping ? [{ value: 'custom', label: t('importing.ownMapping') }] : [];
    const mapping = recognised.mapping === null ? [] : [{ value: saved, label: t('importing.savedAs', { name: recognised.mapping }) }];
    const groups = kinds.map((kind) => ({
      label: t(`kinds.${kind}.name`),
      options: all.filter((each) => each.kind === kind).map((each) => ({ value: each.key, label: each.name[language] })),
    }));
    return [...mapping, ...own, ...groups.filter(({ options }) => options.length > 0)];
  }
}
