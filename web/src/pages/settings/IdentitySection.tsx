import { App, Button, Form, InputNumber, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { IdentityRules, VersionedIdentityRules } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useIdentityRules, useSaveIdentityRules } from '../../resources/useIdentity';
import { useCan } from '../../session/SessionContext';
import styles from './settings.module.css';

/** By what customers are recognised as one person. */
export function IdentitySection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useIdentityRules();
  return (
    <Panel title={t('settings.identity')}>
      <p className={styles.note}>{t('identityRules.note')}</p>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton active paragraph={{ rows: 3 }} />}
      {data && <RulesForm key={data.version} read={data} />}
    </Panel>
  );
}

function RulesForm({ read }: { read: VersionedIdentityRules }) {
  const { t } = useTranslation();
  const can = useCan();
  const { message } = App.useApp();
  const save = useSaveIdentityRules();
  const keep = (rules: IdentityRules) =>
    save.mutate({ rules, version: read.version }, { onSuccess: (now) => void message.success(t(now.jobId ? 'identityRules.saved' : 'actions.saved')) });
  return (
    <Form<IdentityRules> layout="vertical" requiredMark={false} className={styles.form} disabled={!can('settingsWrite')} initialValues={read.rules} onFinish={keep}>
      {save.error && <Form.Item><ErrorNote error={save.error} /></Form.Item>}
      <Form.Item name="mostCarriers" label={t('identityRules.mostCarriers')} extra={t('identityRules.mostCarriersNote')} rules={[{ required: true, message: t('identityRules.mostCarriers') }]}>
        <InputNumber min={2} max={1000} precision={0} />
      </Form.Item>
      {can('settingsWrite') && <Button type="primary" htmlType="submit" loading={save.isPending}>{t('actions.save')}</Button>}
    </Form>
  );
}
