import { Button, DatePicker, Drawer, Form, Input, InputNumber, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { useServiceLevels } from '../../resources/useServiceLevels';
import styles from './CustomersPage.module.css';
import { consents, fOptions, genders, groupOptions, reaches, rOptions } from './filter';
import { OriginFields } from './OriginFields';
import { TouchFields } from './TouchFields';
import { useConsentText } from './useConsentText';

type Props = { filter: CustomerFilter; onApply: (filter: CustomerFilter) => void; onClose: () => void };
type Fields = Omit<CustomerFilter, 'firstFrom' | 'firstTo'> & { first?: [Dayjs | null, Dayjs | null] | null };

/** All filters of the list in one place; money is entered in the currency's units and asked in minor ones. */
export function FilterDrawer({ filter, onApply, onClose }: Props) {
  const { t } = useTranslation();
  const { currency, symbol } = useFormat();
  const levels = useServiceLevels().data?.levels.levels;
  const consentText = useConsentText();
  const yesNo = [{ value: true, label: t('reach.yes') }, { value: false, label: t('reach.no') }];
  const [form] = Form.useForm<Fields>();
  const unit = 10 ** currency.digits;
  const initial: Fields = {
    ...filter,
    minNetSales: filter.minNetSales === undefined ? undefined : filter.minNetSales / unit,
    maxNetSales: filter.maxNetSales === undefined ? undefined : filter.maxNetSales / unit,
    first: [filter.firstFrom ? dayjs(filter.firstFrom) : null, filter.firstTo ? dayjs(filter.firstTo) : null],
  };
  const minor = (value: number | null | undefined) => (value === null || value === undefined ? undefined : Math.round(value * unit));
  const apply = ({ first, ...fields }: Fields) => {
    onApply({
      ...filter,
      ...fields,
      minNetSales: minor(fields.minNetSales),
      maxNetSales: minor(fields.maxNetSales),
      firstFrom: first?.[0]?.format('YYYY-MM-DD'),
      firstTo: first?.[1]?.format('YYYY-MM-DD'),
    });
    onClose();
  };
  const range = (least: keyof Fields, most: keyof Fields, prefix?: string) => (
    <div className={styles.range}>
      <Form.Item name={least} noStyle><InputNumber style={{ width: '100%' }} prefix={prefix} placeholder={t('customers.from')} aria-label={t('customers.from')} /></Form.Item>
      <span>–</span>
      <Form.Item name={most} noStyle><InputNumber style={{ width: '100%' }} prefix={prefix} placeholder={t('customers.to')} aria-label={t('customers.to')} /></Form.Item>
    </div>
  );
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('customers.filters')}
      footer={
        <Space>
          <Button type="primary" onClick={() => form.submit()}>{t('actions.apply')}</Button>
          <Button onClick={() => { onApply({ search: filter.search }); onClose(); }}>{t('actions.clear')}</Button>
        </Space>
      }
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={apply}>
        <div className={styles.pair}>
          <Form.Item name="r" label={t('customers.r')}><Select allowClear options={rOptions.map((value) => ({ value, label: t(`r.${value}`) }))} /></Form.Item>
          <Form.Item name="f" label={t('customers.f')}><Select allowClear options={fOptions.map((value) => ({ value, label: t(`f.${value}`) }))} /></Form.Item>
        </div>
        <Form.Item name="group" label={t('customers.group')}><Select allowClear options={groupOptions.map((value) => ({ value, label: t(`groups.${value}`) }))} /></Form.Item>
        {levels && levels.length > 0 && <Form.Item name="serviceLevel" label={t('levels.level')}><Select allowClear options={levels.map(({ name }) => ({ value: name, label: name }))} /></Form.Item>}
        <div className={styles.pair}>
          <Form.Item name="region" label={t('customers.region')}><Input allowClear /></Form.Item>
          <Form.Item name="city" label={t('customers.city')}><Input allowClear /></Form.Item>
          <Form.Item name="district" label={t('profile.attributes.district')}><Input allowClear /></Form.Item>
          <Form.Item name="gender" label={t('profile.attributes.gender')}><Select allowClear options={genders.map((value) => ({ value, label: t(`profile.${value}`) }))} /></Form.Item>
          <Form.Item name="tag" label={t('customers.tag')}><Input allowClear maxLength={64} /></Form.Item>
        </div>
        <OriginFields />
        <Form.Item name="reach" label={t('reach.name')}><Select allowClear options={reaches.map((value) => ({ value, label: t(`reach.${value}`) }))} /></Form.Item>
        <Form.Item name="consent" label={t('consent.title')}><Select allowClear showSearch={{ optionFilterProp: 'label' }} options={consents.map((value) => ({ value, label: consentText(value) }))} /></Form.Item>
        <div className={styles.pair}>
          <Form.Item name="hasNote" label={t('profile.attributes.note')}><Select allowClear options={yesNo} /></Form.Item>
          <Form.Item name="suppressed" label={t('profile.attributes.suppressed')}><Select allowClear options={yesNo} /></Form.Item>
        </div>
        <TouchFields yesNo={yesNo} />
        <Form.Item label={t('customers.ordersRange')}>{range('minOrders', 'maxOrders')}</Form.Item>
        <Form.Item label={t('customers.recencyRange')}>{range('minRecency', 'maxRecency')}</Form.Item>
        <Form.Item label={t('customers.netRange')}>{range('minNetSales', 'maxNetSales', symbol)}</Form.Item>
        <Form.Item name="first" label={t('customers.firstRange')}><DatePicker.RangePicker style={{ width: '100%' }} allowEmpty={[true, true]} /></Form.Item>
      </Form>
    </Drawer>
  );
}
