import { DatePicker, Form, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../../parts/ErrorNote';
import { currencyOptions } from '../../parts/zones';
import { useSetRate } from '../../resources/useRates';
import { useLanguage } from '../../i18n';
import { useSession } from '../../session/SessionContext';

type Fields = { currency: string; day: Dayjs; rate: string };

export function NewRateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { currency, today } = useSession();
  const [form] = Form.useForm<Fields>();
  const set = useSetRate();
  const currencies = useMemo(() => currencyOptions(language).filter(({ value }) => value !== currency.code), [language, currency.code]);
  const save = (fields: Fields) =>
    set.mutate(
      { currency: fields.currency, day: fields.day.format('YYYY-MM-DD'), rate: Math.round(Number(fields.rate) * 1e8) },
      { onSuccess: onClose },
    );
  return (
    <Modal open title={t('rates.add')} okText={t('actions.save')} confirmLoading={set.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={{ day: dayjs(today) }} onFinish={save}>
        {set.error && <Form.Item><ErrorNote error={set.error} /></Form.Item>}
        <Form.Item name="currency" label={t('rates.currency')} rules={[{ required: true, message: t('rates.currencyMissing') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={currencies} />
        </Form.Item>
        <Form.Item name="day" label={t('rates.day')} rules={[{ required: true }]}>
          <DatePicker style={{ width: '100%' }} allowClear={false} />
        </Form.Item>
        <Form.Item
          name="rate"
          label={t('rates.rate', { code: currency.code })}
          rules={[{ required: true, validator: (_, value: string | undefined) => (Number(value) > 0 ? Promise.resolve() : Promise.reject(new Error(t('rates.rateMissing')))) }]}
        >
          <InputNumber<string> stringMode controls={false} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
