import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldInfo, FileReading, UploadPreview } from '../../api/types';
import { Panel } from '../../parts/Panel';
import { MappingField } from './MappingField';
import styles from './MappingPanel.module.css';
import { distinct, fieldsOf, withColumn } from './reading';
import { UnusedColumns } from './UnusedColumns';

type Props = { preview: UploadPreview; fields: FieldInfo[] | undefined; busy: boolean; onRead: (reading: FileReading) => void };

/** How many fields a new layout is asked for at first; the others are rare. */
const fieldsOfNew = 16;

/** Which column holds which field of this kind of file, with the file's own values to judge by. */
export function MappingPanel({ preview, fields, busy, onRead }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t('importing.mapping')} note={t('importing.mappingNote')}>
      {fields ? <Mapping key={preview.reading.kind} preview={preview} fields={fields} busy={busy} onRead={onRead} /> : <Skeleton active />}
    </Panel>
  );
}

function Mapping({ preview, fields, busy, onRead }: Props & { fields: FieldInfo[] }) {
  const { t } = useTranslation();
  const { reading, headers, samples, recognised } = preview;
  const [all, setAll] = useState(false);
  const isNew = recognised.preset === null && recognised.mapping === null;
  // What was mapped when the page opened stays in its place when somebody takes its column away.
  const [shown] = useState(() => new Set(Object.keys(reading.columns)));
  const own = fieldsOf(reading.kind, fields);
  const isRequired = (field: FieldInfo) => field.requiredBy.includes(reading.kind);
  const first = own.filter((field, place) =>
    isRequired(field) || (isNew && place < fieldsOfNew) || shown.has(field.key) || reading.columns[field.key] || preview.suggestions[field.key] !== undefined);
  const rest = own.length - first.length;
  const taken = new Set(Object.values(reading.columns));
  const values = (header: string | undefined) => (header === undefined ? [] : samples[headers.indexOf(header)] ?? []);
  return (
    <>
      <div className={styles.fields}>
        <div className={styles.head} aria-hidden>
          <span>{t('importing.field')}</span><span>{t('importing.column')}</span><span>{t('importing.values')}</span>
        </div>
        {(all ? own : first).map((field) => {
          const suggested = preview.suggestions[field.key];
          return (
            <MappingField
              key={field.key}
              field={field}
              required={isRequired(field)}
              missing={preview.missingFields.includes(field.key)}
              header={reading.columns[field.key]}
              headers={distinct(headers)}
              valuesOf={values}
              suggested={suggested !== undefined && !taken.has(suggested) ? suggested : undefined}
              busy={busy}
              onMap={(header) => onRead(withColumn(reading, field.key, header))}
            />
          );
        })}
      </div>
      {rest > 0 && <Button type="link" className={styles.more} onClick={() => setAll(!all)}>{all ? t('importing.fewerFields') : t('importing.moreFields', { count: rest })}</Button>}
      <UnusedColumns open={isNew} headers={distinct(headers).filter((header) => !taken.has(header))} valuesOf={values} />
    </>
  );
}
