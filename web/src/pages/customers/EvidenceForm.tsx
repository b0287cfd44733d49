import { Form, Input, Modal, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomerEvidence } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { useWriteEvidence } from '../../resources/useProfile';
import styles from './CustomerPage.module.css';

type Props = { customer: number; evidence: CustomerEvidence[]; onClose: () => void };
type Fields = { attribute: 'phone' | 'email' | 'card'; text: string; evidence: number };

/** Writes a phone, an e-mail or a card by which the customer is recognised from now on. */
export function EvidenceForm({ customer, evidence, onClose }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const write = useWriteEvidence(customer);
  // The piece that the customer goes by has their number.
  const first = evidence.find((node) => node.id === customer) ?? evidence[0];
  return (
    <Modal open title={t('customer.addEvidence')} okText={t('actions.save')} confirmLoading={write.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className={styles.note}>{t('customer.addEvidenceNote')}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} style={{ marginTop: 16 }} initialValues={{ attribute: 'phone', evidence: first?.id }} onFinish={(fields) => write.mutate(fields, { onSuccess: onClose })}>
        {write.error ? <Form.Item><ErrorNote error={write.error} /></Form.Item> : null}
        <Form.Item name="attribute" label={t('customer.evidenceKind')}><Segmented options={(['phone', 'email', 'card'] as const).map((value) => ({ value, label: t(`customer.evidenceKinds.${value}`) }))} /></Form.Item>
        <Form.Item name="text" label={t('customer.evidenceValue')} rules={[{ required: true, whitespace: true, message: t('customer.evidenceMissing') }]}><Input autoFocus maxLength={254} /></Form.Item>
        <Form.Item name="evidence" label={t('customer.evidenceOf')} hidden={evidence.length < 2}>
          <Select options={evidence.map((node) => ({ value: node.id, label: `${t(`customer.evidenceKinds.${node.kind}`)} ${node.value}` }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
