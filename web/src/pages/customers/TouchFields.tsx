import { Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './CustomersPage.module.css';
import { touchKinds } from './filter';

/** Whether customers and the shop met, by what and how lately, for the filter. */
export function TouchFields({ yesNo }: { yesNo: { value: boolean; label: string }[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="touchKind" label={t('touches.of')}><Select allowClear options={touchKinds.map((value) => ({ value, label: t(`touches.kinds.${value}`) }))} /></Form.Item>
      <div className={styles.pair}>
        <Form.Item name="touchedWithin" label={t('touches.within')}><InputNumber min={1} max={180} precision={0} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="touched" label={t('touches.touched')}><Select allowClear options={yesNo} /></Form.Item>
      </div>
    </>
  );
}
