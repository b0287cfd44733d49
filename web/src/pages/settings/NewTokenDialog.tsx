import { Alert, Button, Form, Input, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../../parts/ErrorNote';
import { useCreateToken } from '../../resources/useAccounts';
import { AccessFields, accessOf, type AccessChoice } from './AccessFields';
import styles from './settings.module.css';

/** Makes a token and shows it the one time that it can be shown. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<AccessChoice & { name: string }>();
  const create = useCreateToken();
  const secret = create.data?.secret;
  if (secret)
    return (
      <Modal open title={t('tokens.secretTitle')} onCancel={onClose} mask={{ closable: false }} footer={<Button type="primary" onClick={onClose}>{t('actions.close')}</Button>}>
        <Alert type="warning" showIcon title={t('tokens.secretNote')} style={{ marginBottom: 16 }} />
        <Typography.Text className={styles.secret} copyable={{ text: secret, tooltips: [t('actions.copy'), t('actions.copied')] }}>{secret}</Typography.Text>
      </Modal>
    );
  return (
    <Modal open title={t('tokens.add')} okText={t('tokens.add')} confirmLoading={create.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ role: 'reader', shops: null }} onFinish={({ name, ...access }) => create.mutate({ name, ...accessOf(access) })}>
        {create.error && <Form.Item><ErrorNote error={create.error} /></Form.Item>}
        <Form.Item name="name" label={t('tokens.name')} rules={[{ required: true, whitespace: true, message: t('tokens.nameMissing') }]}><Input maxLength={100} autoFocus /></Form.Item>
        <AccessFields />
      </Form>
    </Modal>
  );
}
