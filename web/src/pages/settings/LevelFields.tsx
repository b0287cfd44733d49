import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RfmGroup } from '../../api/types';
import { fClasses, rClasses } from '../analytics/gridClasses';
import { groupOptions } from '../customers/filter';
import styles from './settings.module.css';

export type LevelRow = { name: string; promise: string; groups: RfmGroup[]; cells: string[] };
type Props = { name: number; place: number; count: number; mayWrite: boolean; onRemove: () => void; onMove: (to: number) => void };

/** One level: its word, what it promises, and for whom. */
export function LevelFields({ name, place, count, mayWrite, onRemove, onMove }: Props) {
  const { t } = useTranslation();
  const called = (Form.useWatch(['levels', name, 'name']) as string | undefined) || String(place + 1);
  const cells = fClasses.flatMap((f) => rClasses.map((r) => ({ value: `${r}:${f}`, label: `${t(`r.${r}`)} · ${t(`f.${f}`)}` })));
  return (
    <div className={styles.level} role="group" aria-label={called}>
      <div className={styles.levelFields}>
        <Form.Item name={[name, 'name']} label={t('levels.name')} rules={[{ required: true, whitespace: true, message: t('levels.nameMissing') }]}><Input maxLength={40} placeholder={t('levels.nameExample')} /></Form.Item>
        <Form.Item name={[name, 'promise']} label={t('levels.promise')}><Input.TextArea autoSize={{ minRows: 1, maxRows: 3 }} maxLength={300} placeholder={t('levels.promiseExample')} /></Form.Item>
        <Form.Item name={[name, 'groups']} label={t('levels.groups')}><Select mode="multiple" options={groupOptions.map((value) => ({ value, label: t(`groups.${value}`) }))} /></Form.Item>
        <Form.Item name={[name, 'cells']} label={t('levels.cells')}><Select mode="multiple" maxTagCount={4} showSearch={{ optionFilterProp: 'label' }} options={cells} /></Form.Item>
      </div>
      {mayWrite && (
        <div className={styles.levelButtons}>
          <Button type="text" icon={<ArrowUpOutlined />} disabled={place === 0} aria-label={t('levels.up', { name: called })} onClick={() => onMove(place - 1)} />
          <Button type="text" icon={<ArrowDownOutlined />} disabled={place === count - 1} aria-label={t('levels.down', { name: called })} onClick={() => onMove(place + 1)} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('levels.remove', { name: called })} onClick={onRemove} />
        </div>
      )}
    </div>
  );
}
