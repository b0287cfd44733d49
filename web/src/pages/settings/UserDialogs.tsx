import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UserRow } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { useAddUser, useChangeAccess, useResetPassword } from '../../resources/useAccounts';
import { AccessFields, accessOf, type AccessChoice } from './AccessFields';

type NewUser = AccessChoice & { name: string; password: string };

export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewUser>();
  const add = useAddUser();
  return (
    <Modal open title={t('users.add')} okText={t('actions.add')} confirmLoading={add.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ role: 'operator', shops: null }} onFinish={({ name, password, ...access }) => add.mutate({ name, password, ...accessOf(access) }, { onSuccess: onClose })}>
        {add.error && <Form.Item><ErrorNote error={add.error} /></Form.Item>}
        <Form.Item name="name" label={t('users.name')} rules={[{ required: true, whitespace: true, message: t('users.nameMissing') }]}><Input autoComplete="off" autoFocus /></Form.Item>
        <Form.Item name="password" label={t('setUp.password')} extra={t('setUp.passwordHint')} rules={[{ required: true, min: 10, message: t('setUp.passwordShort') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <AccessFields />
      </Form>
    </Modal>
  );
}

/** Gives somebody another role or other shops, from their next request on. */
export function AccessDialog({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<AccessChoice>();
  const change = useChangeAccess();
  return (
    <Modal open title={t('users.accessFor', { name: user.name })} okText={t('actions.save')} confirmLoading={change.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form
        form={form} layout="vertical" requiredMark={false} initialValues={{ role: user.role, shops: user.shops }}
        onFinish={(access) => change.mutate({ id: user.id, ...accessOf(access) }, { onSuccess: onClose })}
      >
        {change.error && <Form.Item><ErrorNote error={change.error} /></Form.Item>}
        <AccessFields />
      </Form>
    </Modal>
  );
}

export function ResetPasswordDialog({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ password: string }>();
  const reset = useResetPassword();
  const done = () => {
    void message.success(t('actions.saved'));
    onClose();
  };
  return (
    <Modal open title={t('users.passwordFor', { name: user.name })} okText={t('actions.save')} confirmLoading={reset.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ password }) => reset.mutate({ id: user.id, password }, { onSuccess: done })}>
        {reset.error && <Form.Item><ErrorNote error={reset.error} /></Form.Item>}
        <Form.Item name="password" label={t('setUp.password')} extra={t('setUp.passwordHint')} rules={[{ required: true, min: 10, message: t('setUp.passwordShort') }]}>
          <Input.Password autoComplete="new-password" autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
