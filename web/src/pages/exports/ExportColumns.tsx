import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExportColumn } from '../../api/types';
import { useLanguage } from '../../i18n';
import { allSet, moved, toggled, usual, type Choice } from './columnOrder';
import styles from './exports.module.css';

type Props = { columns: ExportColumn[]; choices: Choice[]; onChange: (choices: Choice[]) => void };

/** Which columns stand in the file, and in what order. */
export function ExportColumns({ columns, choices, onChange }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <div className={styles.tools}>
        <Button size="small" onClick={() => onChange(allSet(choices, true))}>{t('exports.allColumns')}</Button>
        <Button size="small" onClick={() => onChange(allSet(choices, false))}>{t('exports.noColumns')}</Button>
        <Button size="small" onClick={() => onChange(usual(columns))}>{t('exports.usualColumns')}</Button>
      </div>
      <ul className={styles.columns} aria-label={t('exports.columns')}>
        {choices.map(({ key, on }, at) => {
          const column = columns.find((each) => each.key === key);
          const name = column?.name[language] ?? key;
          return (
            <li key={key} className={styles.column}>
              <Checkbox checked={on} onChange={() => onChange(toggled(choices, key))}>
                {name} {column?.isPersonal && <Tag>{t('exports.personal')}</Tag>}
              </Checkbox>
              <span className={styles.moves}>
                <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={at === 0} aria-label={t('exports.up', { name })} onClick={() => onChange(moved(choices, key, -1))} />
                <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={at === choices.length - 1} aria-label={t('exports.down', { name })} onClick={() => onChange(moved(choices, key, 1))} />
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
