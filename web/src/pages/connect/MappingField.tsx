import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldInfo } from '../../api/types';
import { useLanguage } from '../../i18n';
import styles from './MappingPanel.module.css';

type Props = {
  field: FieldInfo;
  required: boolean;
  missing: boolean;
  header: string | undefined;
  headers: string[];
  valuesOf: (header: string | undefined) => string[];
  suggested: string | undefined;
  busy: boolean;
  onMap: (header: string | undefined) => void;
};

/** One field, the column it is read from, and what stands in that column. */
export function MappingField({ field, required, missing, header, headers, valuesOf, suggested, busy, onMap }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = `field-${field.key}`;
  const values = valuesOf(header);
  return (
    <div className={styles.row}>
      <div className={styles.field}>
        <label htmlFor={id}>{field.name[language]} {required && <span className={styles.required} aria-hidden>*</span>}</label>
        <small id={`${id}-hint`}>{field.hint[language]}</small>
      </div>
      <div className={styles.column}>
        <Select
          id={id}
          aria-describedby={`${id}-hint`}
          value={header}
          placeholder={t('importing.notMapped')}
          allowClear
          showSearch
          disabled={busy}
          status={missing ? 'error' : undefined}
          popupMatchSelectWidth={false}
          options={headers.map((value) => ({ value, label: value }))}
          optionRender={({ value }) => <Option header={String(value)} example={valuesOf(String(value))[0]} />}
          onChange={(value: string | undefined) => onMap(value)}
        />
        {header === undefined && suggested !== undefined && (
          <Button type="link" size="small" disabled={busy} onClick={() => onMap(suggested)}>{t('importing.suggestion', { column: suggested })}</Button>
        )}
      </div>
      <div className={styles.values}>
        {header !== undefined && values.length === 0 && <em>{t('importing.noValues')}</em>}
        {values.map((value) => <span key={value} title={value}>{value}</span>)}
      </div>
    </div>
  );
}

function Option({ header, example }: { header: string; example: string | undefined }) {
  return <div className={styles.option}>{header}<small>{example}</small></div>;
}
