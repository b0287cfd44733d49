import { Button, Form, Input, Select, Space } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n';
import { ErrorNote } from '../../parts/ErrorNote';
import { currencyOptions, ownZone, zoneOptions } from '../../parts/zones';
import styles from './AccessFrame.module.css';

export type FirstShop = { name: string; timeZone: string; currency: string };
type Props = { shop: FirstShop | null; error: unknown; pending: boolean; onBack: () => void; onNext: (shop: FirstShop) => void };

export function ShopStep({ shop, error, pending, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zones = useMemo(() => zoneOptions(), []);
  const currencies = useMemo(() => currencyOptions(language), [language]);
  const initial = shop ?? { timeZone: ownZone(), currency: language === 'zh' ? 'CNY' : 'USD' };
  return (
    <Form<FirstShop> layout="vertical" requiredMark={false} initialValues={initial} onFinish={onNext}>
      <p className={styles.note}>{t('setUp.shopTitle')}</p>
      {error ? <Form.Item><ErrorNote error={error} /></Form.Item> : null}
      <Form.Item name="name" label={t('setUp.shopName')} rules={[{ required: true, whitespace: true, message: t('setUp.shopNameMissing') }]}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('setUp.timeZone')} extra={t('setUp.timeZoneNote')} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={zones} />
      </Form.Item>
      <Form.Item name="currency" label={t('setUp.currency')} extra={t('setUp.currencyNote')} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={currencies} />
      </Form.Item>
      <Space>
        <Button onClick={onBack}>{t('actions.back')}</Button>
        <Button type="primary" htmlType="submit" loading={pending}>{t('setUp.create')}</Button>
      </Space>
    </Form>
  );
}
