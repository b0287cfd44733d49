import { Button, Form, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shop } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { ownZone, zoneOptions } from '../../parts/zones';
import { useSaveShop, useShops } from '../../resources/useSettings';
import { useCan, useSession } from '../../session/SessionContext';

const platforms = ['taobao', 'jd', 'pinduoduo', 'douyin', 'kuaishou', 'xiaohongshu', 'weixin', 'youzan', '1688', 'vip', 'shopify', 'woocommerce'];

export function ShopsSection() {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const { currency } = useSession();
  const { data, error, refetch } = useShops();
  const [editing, setEditing] = useState<Shop | 'new' | null>(null);
  const columns: DataColumn<Shop>[] = [
    { key: 'name', title: t('shopSettings.name'), heading: true, render: (shop) => shop.name },
    { key: 'timeZone', wide: true, title: t('shopSettings.timeZone'), render: (shop) => shop.timeZone },
    { key: 'platform', title: t('shopSettings.platform'), render: (shop) => (shop.platform ? t(`customer.platforms.${shop.platform}`, { defaultValue: shop.platform }) : t('shopSettings.noPlatform')) },
    ...(can('settingsWrite')
      ? [{ key: 'edit', title: '', numeric: true, wide: true, render: (shop: Shop) => <Button size="small" onClick={() => setEditing(shop)} aria-label={t('shopSettings.edit', { name: shop.name })}>{t('actions.edit')}</Button> }]
      : []),
  ];
  return (
    <Panel
      title={t('settings.shops')}
      note={format.sentences(t('shopSettings.note'), t('shopSettings.currencyNote', { code: currency.code }))}
      extra={can('settingsWrite') && <Button onClick={() => setEditing('new')}>{t('shopSettings.add')}</Button>}
      flush
    >
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      <DataTable label={t('settings.shops')} columns={columns} rows={data} rowKey={(shop) => shop.id} skeletonRows={2} />
      {editing && <ShopDialog shop={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}

function ShopDialog({ shop, onClose }: { shop: Shop | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string; timeZone: string; platform: string }>();
  const zones = useMemo(() => zoneOptions(), []);
  const save = useSaveShop();
  return (
    <Modal
      open
      title={shop ? t('shopSettings.edit', { name: shop.name }) : t('shopSettings.add')}
      okText={t('actions.save')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={shop ?? { timeZone: ownZone(), platform: '' }} onFinish={(fields) => save.mutate({ ...fields, id: shop?.id ?? null }, { onSuccess: onClose })}>
        {save.error && <Form.Item><ErrorNote error={save.error} /></Form.Item>}
        <Form.Item name="name" label={t('shopSettings.name')} rules={[{ required: true, whitespace: true, message: t('setUp.shopNameMissing') }]}><Input maxLength={100} autoFocus /></Form.Item>
        <Form.Item name="timeZone" label={t('shopSettings.timeZone')} extra={t('shopSettings.note')} rules={[{ required: true }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={zones} />
        </Form.Item>
        <Form.Item name="platform" label={t('shopSettings.platform')} extra={t('shopSettings.platformNote')}>
          <Select options={[{ value: '', label: t('shopSettings.noPlatform') }, ...platforms.map((value) => ({ value, label: t(`customer.platforms.${value}`, { defaultValue: value }) }))]} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
