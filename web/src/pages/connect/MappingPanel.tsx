import { Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldInfo, FileReading, UploadPreview } from '../../api/types';
import { useLanguage } from '../../i18n';
import { Panel } from '../../parts/Panel';
import styles from './connect.module.css';

type Props = { preview: UploadPreview; fields: FieldInfo[] | undefined; busy: boolean; onRead: (reading: FileReading) => void };

/** Which column holds what, each field with a value from the file beside it. */
export function MappingPanel({ preview, fields, busy, onRead }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reading, headers, rows } = preview;
  const sample = (header: string | undefined) => {
    const place = header === undefined ? -1 : headers.indexOf(header);
    return place < 0 ? undefined : rows.map((row) => row.cells[place]).find((cell) => cell?.trim());
  };
  const map = (field: string, header: string | undefined) => {
    const others = Object.entries(reading.columns).filter(([key]) => key !== field);
    const columns = Object.fromEntries(header === undefined ? others : [...others, [field, header]]);
    onRead({ ...reading, preset: 'custom', columns });
  };
  const options = headers.map((header) => ({ value: header, label: header }));
  const isRequired = (field: FieldInfo) => field.requiredBy.includes(reading.kind);
  const sorted = (fields ?? []).filter((field) => field.kinds.includes(reading.kind)).sort((a, b) => Number(isRequired(b)) - Number(isRequired(a)));
  return (
    <Panel title={t('importing.mapping')} note={t('importing.mappingNote')}>
      {!fields && <Skeleton active />}
      <div className={styles.mapping}>
        {sorted.map((field) => {
          const header = reading.columns[field.key];
          const example = sample(header);
          return (
            <div key={field.key} className={styles.field}>
              <label htmlFor={`field-${field.key}`} title={field.hint[language]}>
                {field.name[language]} {isRequired(field) && <span className={styles.required}>*</span>}
              </label>
              <Select
                id={`field-${field.key}`}
                value={header}
                placeholder={t('importing.notMapped')}
                allowClear
                showSearch
                disabled={busy}
                status={preview.missingFields.includes(field.key) ? 'error' : undefined}
                options={options}
                onChange={(value: string | undefined) => map(field.key, value)}
              />
              <span className={styles.example}>{example ? t('importing.example', { value: example }) : field.hint[language] || '\u00a0'}</span>
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
