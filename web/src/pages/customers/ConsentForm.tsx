import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { useDeclareConsent } from '../../resources/useProfile';
import styles from './CustomerPage.module.css';

type Fields = { proof: string; at: Dayjs | null };

/** Writes down that the customer agreed: where, to which words, and when. */
export function ConsentForm({ customer, consent, onClose }: { customer: number; consent: ConsentView; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const declare = useDeclareConsent(customer);
  const save = ({ proof, at }: Fields) => declare.mutate({ channel: consent.channel, purpose: consent.purpose, proof, at: at?.toISOString() ?? null }, { onSuccess: onClose });
  return (
    <Modal open title={t('consent.declareTitle')} okText={t('consent.declare')} confirmLoading={declare.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className={styles.note}>{t('consent.declareNote', { way: `${t(`consent.channels.${consent.channel}`)} · ${t(`consent.purposes.${consent.purpose}`)}` })}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={save}>
        {declare.error && <Form.Item><ErrorNote error={declare.error} /></Form.Item>}
        <Form.Item name="proof" label={t('consent.proof')} rules={[{ required: true, whitespace: true, message: t('consent.proofMissing') }]}>
          <Input.TextArea autoFocus rows={3} maxLength={500} placeholder={t('consent.proofExample')} />
        </Form.Item>
        <Form.Item name="at" label={t('consent.at')} extra={t('consent.atNote')}>
          <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} disabledDate={(day) => day.isAfter(dayjs())} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
