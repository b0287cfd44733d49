import { DatePicker, Form, Input, Modal, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import styles from './CustomerPage.module.css';

type Way = Pick<ConsentView, 'channel' | 'purpose'>;
type Fields = Way & { proof: string; at: Dayjs | null };
type Props = { way?: Way; saving: boolean; error: unknown; onDeclare: (said: Way & { proof: string; at: string | null }) => void; onClose: () => void };

/** Writes down that somebody agreed: to what, where, to which words, and when. */
export function ConsentForm({ way, saving, error, onDeclare, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const save = ({ proof, at, channel, purpose }: Fields) => onDeclare({ channel: way?.channel ?? channel, purpose: way?.purpose ?? purpose, proof, at: at?.toISOString() ?? null });
  return (
    <Modal open title={way ? `${t('consent.declareTitle')}: ${t(`consent.channels.${way.channel}`)} · ${t(`consent.purposes.${way.purpose}`)}` : t('consent.declareTitle')} okText={t('consent.declare')} confirmLoading={saving} onOk={() => form.submit()} onCancel={onClose}>
      <p className={styles.note}>{t('consent.declareNote')}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} style={{ marginTop: 16 }} initialValues={{ channel: 'sms', purpose: 'marketing' }} onFinish={save}>
        {error ? <Form.Item><ErrorNote error={error} /></Form.Item> : null}
        {!way && <Form.Item name="channel" label={t('consent.channel')}><Segmented options={(['sms', 'email'] as const).map((value) => ({ value, label: t(`consent.channels.${value}`) }))} /></Form.Item>}
        {!way && <Form.Item name="purpose" label={t('consent.purpose')}><Segmented options={(['marketing', 'care'] as const).map((value) => ({ value, label: t(`consent.purposes.${value}`) }))} /></Form.Item>}
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
