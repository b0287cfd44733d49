import { Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { useCan } from '../../session/SessionContext';
import styles from './CustomersPage.module.css';

type Fields = { name: string; isShared: boolean };
type Props = {
  /** The view to rename; a new one where there is none. */
  view?: CustomerView;
  /** Whether somebody is searched for, which a view does not keep. */
  searching: boolean;
  pending: boolean;
  error: unknown;
  onSave: (fields: Fields) => void;
  onClose: () => void;
};

/** What a view is called, and whose it is. */
export function ViewDialog({ view, searching, pending, error, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const mayShare = useCan()('customersWrite');
  const [form] = Form.useForm<Fields>();
  return (
    <Modal open title={t(view ? 'views.edit' : 'views.save')} okText={t('actions.save')} confirmLoading={pending} onOk={() => form.submit()} onCancel={onClose}>
      <p className={styles.note}>{t('views.note')}{searching && !view ? ` ${t('views.noSearch')}` : ''}</p>
      <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={{ name: view?.name ?? '', isShared: view?.isShared ?? false }} onFinish={onSave}>
        {error ? <Form.Item><ErrorNote error={error} /></Form.Item> : null}
        <Form.Item name="name" label={t('views.name')} rules={[{ required: true, whitespace: true, message: t('views.nameMissing') }]}><Input autoFocus maxLength={60} placeholder={t('views.example')} /></Form.Item>
        {mayShare && <Form.Item name="isShared" valuePropName="checked" extra={t('views.sharedNote')}><Checkbox>{t('views.shared')}</Checkbox></Form.Item>}
      </Form>
    </Modal>
  );
}
