import { Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useSignIn } from '../../resources/useSessionQuery';
import { useSession } from '../../session/SessionContext';
import styles from './AccessFrame.module.css';
import { AccessFrame } from './AccessFrame';

/** Only paths of this site: an address from outside must not send anybody elsewhere after signing in. */
const safePath = (wanted: string | null) => (wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\') ? wanted : '/');

export default function SignInPage() {
  const { t } = useTranslation();
  const { user, setUpNeeded } = useSession();
  const [params] = useSearchParams();
  const signIn = useSignIn();
  useEffect(() => {
    document.title = `${t('signIn.title')} · Huitou`;
  }, [t]);
  if (setUpNeeded) return <Navigate to="/setup" replace />;
  if (user) return <Navigate to={safePath(params.get('to'))} replace />;
  return (
    <AccessFrame>
      <Panel label={t('signIn.title')}>
        <Form layout="vertical" requiredMark={false} onFinish={(fields: { name: string; password: string }) => signIn.mutate(fields)}>
          {signIn.error && <Form.Item><ErrorNote error={signIn.error} /></Form.Item>}
          <Form.Item name="name" label={t('signIn.name')} rules={[{ required: true, message: t('signIn.nameMissing') }]}>
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.passwordMissing') }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>{t('signIn.submit')}</Button>
        </Form>
        <p className={styles.forgot}>{t('signIn.forgot')}</p>
      </Panel>
    </AccessFrame>
  );
}
