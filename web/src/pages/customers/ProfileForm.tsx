import { AutoComplete, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProfileField } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { useWriteProfile } from '../../resources/useProfile';
import { useServiceLevels } from '../../resources/useServiceLevels';
import styles from './CustomerPage.module.css';
import { useProfileWords } from './useProfileWords';

type Props = { customer: number; fields: ProfileField[]; onClose: () => void };
type Texts = Record<string, string | boolean | undefined>;

const lines = [['birthday', 10], ['serviceLevel', 100], ['region', 100], ['city', 100], ['district', 100], ['address', 300]] as const;
const wrong = ['phoneWrong', 'emailWrong', 'suppressed'] as const;

/** Writes corrections. What is masked begins empty and stays as it is unless something is typed; who may see it shows it first. */
export function ProfileForm({ customer, fields, onClose }: Props) {
  const { t } = useTranslation();
  const words = useProfileWords();
  const [form] = Form.useForm<Texts>();
  const write = useWriteProfile(customer);
  const levels = useServiceLevels().data?.levels.levels;
  const known = new Map(fields.map((field) => [field.attribute, field]));
  const own = fields.filter((field) => field.attribute.startsWith('own:'));
  const shown = (attribute: string) => { const field = known.get(attribute); return field && !field.isMasked ? field.text : ''; };
  const edited = ['name', 'gender', ...lines.map(([attribute]) => attribute), ...own.map((field) => field.attribute)];
  const masked = (attribute: string) => { const field = known.get(attribute); return field?.isMasked ? t('profile.maskedNote', { text: field.text }) : undefined; };
  const initial: Texts = Object.fromEntries([...edited.map((attribute) => [attribute, shown(attribute)]), ...wrong.map((attribute) => [attribute, known.has(attribute)])]);
  const save = (texts: Texts) => {
    const edits = edited.filter((attribute) => (texts[attribute] ?? '') !== initial[attribute]).map((attribute) => ({ attribute, text: String(texts[attribute] ?? '') }));
    for (const attribute of wrong) if (Boolean(texts[attribute]) !== initial[attribute]) edits.push({ attribute, text: texts[attribute] ? 'yes' : '' });
    if (texts['ownName']) edits.push({ attribute: `own:${String(texts['ownName']).trim()}`, text: String(texts['ownText'] ?? '') });
    if (edits.length === 0) onClose();
    else write.mutate(edits, { onSuccess: onClose });
  };
  return (
    <Modal open title={t('profile.editTitle')} okText={t('actions.save')} confirmLoading={write.isPending} onOk={() => form.submit()} onCancel={onClose}>
      <p className={styles.note}>{t('profile.editNote')}</p>
      <Form<Texts> form={form} layout="vertical" requiredMark={false} initialValues={initial} onFinish={save} className={styles.form}>
        {write.error && <Form.Item className={styles.wide}><ErrorNote error={write.error} /></Form.Item>}
        <Form.Item name="name" label={words.name('name')} extra={masked('name')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="gender" label={words.name('gender')}>
          <Select options={[{ value: '', label: t('profile.unknown') }, { value: 'Male', label: t('profile.male') }, { value: 'Female', label: t('profile.female') }]} />
        </Form.Item>
        {lines.map(([attribute, most]) => (
          <Form.Item key={attribute} name={attribute} label={words.name(attribute)} extra={masked(attribute)}>
            {attribute === 'serviceLevel'
              ? <AutoComplete maxLength={most} options={(levels ?? []).map((level) => ({ value: level.name }))} placeholder={t('levels.byClass')} />
              : <Input maxLength={most} placeholder={attribute === 'birthday' ? t('profile.birthdayExample') : undefined} />}
          </Form.Item>
        ))}
        {own.map((field) => <Form.Item key={field.attribute} name={field.attribute} label={words.name(field.attribute)}><Input maxLength={200} /></Form.Item>)}
        <div className={styles.row}>
          <Form.Item name="ownName" label={t('profile.ownName')}><Input maxLength={40} placeholder={t('profile.ownExample')} /></Form.Item>
          <Form.Item name="ownText" label={t('profile.ownText')}><Input maxLength={200} /></Form.Item>
        </div>
        <div className={styles.row}>
          {wrong.map((attribute) => <Form.Item key={attribute} name={attribute} valuePropName="checked" noStyle><Checkbox>{words.name(attribute)}</Checkbox></Form.Item>)}
        </div>
      </Form>
    </Modal>
  );
}
