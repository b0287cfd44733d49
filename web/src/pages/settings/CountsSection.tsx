import { App, Button, Form, Radio, Skeleton, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Definitions } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useDefinitions, useSaveDefinitions, type VersionedDefinitions } from '../../resources/useSettings';
import { useCan } from '../../session/SessionContext';
import styles from './settings.module.css';

/** Which orders the reports see, and whose money they score. */
export function CountsSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useDefinitions();
  return (
    <Panel title={t('settings.counts')}>
      <p className={styles.note}>{t('counts.note')}</p>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {data && <CountsForm key={data.etag} read={data} />}
    </Panel>
  );
}

function CountsForm({ read }: { read: VersionedDefinitions }) {
  const { t } = useTranslation();
  const can = useCan();
  const { message } = App.useApp();
  const save = useSaveDefinitions();
  const keep = (definitions: Definitions) =>
    save.mutate({ definitions, etag: read.etag }, { onSuccess: () => void message.success(t('actions.saved')) });
  return (
    <Form<Definitions> layout="vertical" className={styles.form} disabled={!can('settingsWrite')} initialValues={read.definitions} onFinish={keep}>
      {save.error && <Form.Item><ErrorNote error={save.error} /></Form.Item>}
      <Form.Item name="rfmBasis" label={t('counts.basis')} extra={t('counts.basisNote')}>
        <Radio.Group options={[{ value: 'net', label: t('counts.net') }, { value: 'gross', label: t('counts.gross') }]} />
      </Form.Item>
      <Form.Item name="countZeroPriced" label={t('counts.zeroPriced')} extra={t('counts.zeroPricedNote')} valuePropName="checked"><Switch /></Form.Item>
      <Form.Item name="countTests" label={t('counts.tests')} extra={t('counts.testsNote')} valuePropName="checked"><Switch /></Form.Item>
      {can('settingsWrite') && <Button type="primary" htmlType="submit" loading={save.isPending}>{t('actions.save')}</Button>}
    </Form>
  );
}
