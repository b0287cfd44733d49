import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/types';
import { RoleSelect } from './RoleSelect';
import { ShopsChoice } from './ShopsChoice';

export type AccessChoice = { role: Role; shops?: number[] | null };

/** What a form says of access, as the API takes it: owners see all shops. */
export const accessOf = ({ role, shops }: AccessChoice) => ({ role, shops: role === 'owner' ? null : (shops ?? null) });

/** What somebody may do, and whose rows they see: the same for users and tokens. */
export function AccessFields() {
  const { t } = useTranslation();
  const role = Form.useWatch<Role | undefined>('role');
  const some = (_: unknown, shops?: number[] | null) => (role !== 'owner' && shops?.length === 0 ? Promise.reject(new Error(t('dataScope.missing'))) : Promise.resolve());
  return (
    <>
      <Form.Item name="role" label={t('users.role')} rules={[{ required: true }]}><RoleSelect /></Form.Item>
      <Form.Item name="shops" label={t('dataScope.label')} validateTrigger="onSubmit" rules={[{ validator: some }]}><ShopsChoice role={role} /></Form.Item>
    </>
  );
}
