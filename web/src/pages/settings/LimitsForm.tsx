import { App, Button, DatePicker, Form, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { LimitValues } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useSetGridLimits } from '../../resources/useGridLimits';
import { useSession } from '../../session/SessionContext';
import styles from './settings.module.css';

type Fields = LimitValues & { validFrom: Dayjs };
const days = ['activeMax', 'silentMax', 'dormantMax'] as const;

/** New limits from a day on. Each number of days must be larger than the one before it. */
export function LimitsForm({ shop, limits }: { shop: number | null; limits: LimitValues }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { today } = useSession();
  const save = useSetGridLimits();
  const keep = ({ validFrom, ...values }: Fields) =>
    save.mutate(
      { ...values, shopId: shop, validFrom: validFrom.format('YYYY-MM-DD') },
      { onSuccess: () => void message.success(t('actions.saved')) },
    );
  return (
    <Panel title={t('limits.change')}>
      <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ ...limits, validFrom: dayjs(today) }} onFinish={keep}>
        {save.error && <Form.Item><ErrorNote error={save.error} /></Form.Item>}
        <div className={styles.fields}>
          {days.map((key, place) => (
            <Form.Item
              key={key}
              name={key}
              label={t(`limits.${key}`)}
              dependencies={days.slice(0, place)}
              rules={[
                { required: true, type: 'integer', min: 0, message: t('limits.required') },
                ({ getFieldValue }) => ({
                  validator: (_, value: number) => {
                    const before = days[place - 1];
                    return before === undefined || value > getFieldValue(before) ? Promise.resolve() : Promise.reject(new Error(t('limits.order')));
                  },
                }),
              ]}
            >
              <InputNumber style={{ width: '100%' }} min={0} precision={0} />
            </Form.Item>
          ))}
          <Form.Item name="fanMin" label={t('limits.fanMin')} rules={[{ required: true, type: 'integer', min: 4, message: t('limits.fanOrder') }]}>
            <InputNumber style={{ width: '100%' }} precision={0} />
          </Form.Item>
          <Form.Item name="validFrom" label={t('limits.validFrom')} rules={[{ required: true }]}>
            <DatePicker style={{ width: '100%' }} allowClear={false} />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={save.isPending}>{t('actions.save')}</Button>
      </Form>
    </Panel>
  );
}
