import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../parts/ErrorNote';
import { useChangePassword } from '../resources/useSessionQuery';

type Fields = { current: string; next: string };

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const change = useChangePassword();
  const done = () => {
    void message.success(t('password.done'));
    onClose();
  };
  return (
    <Modal
      open
      title={t('password.title')}
      okText={t('actions.save')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={change.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => change.mutate(fields, { onSuccess: done })}>
        {change.error && <ErrorNote error={change.error} />}
        <Form.Item name="current" label={t('password.current')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="next" label={t('password.next')} extra={t('setUp.passwordHint')} rules={[{ required: true, min: 10, message: t('setUp.passwordShort') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
