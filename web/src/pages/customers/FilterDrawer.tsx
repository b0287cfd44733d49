import { Button, DatePicker, Drawer, Form, Input, InputNumber, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import styles from './CustomersPage.module.css';
import { fOptions, groupOptions, rOptions } from './filter';

type Props = { filter: CustomerFilter; onApply: (filter: CustomerFilter) => void; onClose: () => void };
type Fields = Omit<CustomerFilter, 'firstFrom' | 'firstTo'> & { first?: [Dayjs | null, Dayjs | null] | null };

/** All filters of the list in one place; money is entered in the currency's units and asked in minor ones. */
export function FilterDrawer({ filter, onApply, onClose }: Props) {
  const { t } = useTranslation();
  const { currency, symbol } = useFormat();
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
        <Form.Item name="r" label={t('customers.r')}><Select allowClear options={rOptions.map((value) => ({ value, label: t(`r.${value}`) }))} /></Form.Item>
        <Form.Item name="f" label={t('customers.f')}><Select allowClear options={fOptions.map((value) => ({ value, label: t(`f.${value}`) }))} /></Form.Item>
        <Form.Item name="group" label={t('customers.group')}><Select allowClear options={groupOptions.map((value) => ({ value, label: t(`groups.${value}`) }))} /></Form.Item>
        <Form.Item name="region" label={t('customers.region')}><Input allowClear /></Form.Item>
        <Form.Item name="tag" label={t('customers.tag')}><Input allowClear maxLength={64} /></Form.Item>
        <Form.Item label={t('customers.ordersRange')}>{range('minOrders', 'maxOrders')}</Form.Item>
        <Form.Item label={t('customers.recencyRange')}>{range('minRecency', 'maxRecency')}</Form.Item>
        <Form.Item label={t('customers.netRange')}>{range('minNetSales', 'maxNetSales', symbol)}</Form.Item>
        <Form.Item name="first" label={t('customers.firstRange')}><DatePicker.RangePicker style={{ width: '100%' }} allowEmpty={[true, true]} /></Form.Item>
      </Form>
    </Drawer>
  );
}
