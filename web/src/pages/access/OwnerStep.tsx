import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './AccessFrame.module.css';

export type Owner = { name: string; password: string };
type Fields = Owner & { repeat: string };

export function OwnerStep({ owner, onNext }: { owner: Owner | null; onNext: (owner: Owner) => void }) {
  const { t } = useTranslation();
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={owner ? { ...owner, repeat: owner.password } : {}}
      onFinish={({ name, password }) => onNext({ name, password })}
    >
      <p className={styles.note}>{t('setUp.ownerNote')}</p>
      <Form.Item name="name" label={t('setUp.name')} rules={[{ required: true, whitespace: true, message: t('signIn.nameMissing') }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t('setUp.password')} extra={t('setUp.passwordHint')} rules={[{ required: true, min: 10, message: t('setUp.passwordShort') }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('setUp.repeat')}
        dependencies={['password']}
        rules={[({ getFieldValue }) => ({
          validator: (_, value) => (value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(t('setUp.repeatWrong')))),
        })]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit">{t('actions.next')}</Button>
    </Form>
  );
}
