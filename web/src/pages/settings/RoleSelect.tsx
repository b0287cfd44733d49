import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/types';

const roles: Role[] = ['owner', 'operator', 'service', 'reader'];
type Props = { id?: string; value?: Role; onChange?: (role: Role) => void; disabled?: boolean; label?: string; size?: 'small' };

/** The four roles, each with what it may do. */
export function RoleSelect({ label, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <Select<Role>
      {...rest}
      aria-label={label}
      style={{ minWidth: 120 }}
      popupMatchSelectWidth={300}
      optionRender={({ value }) => (
        <div>
          <div>{t(`roles.${value as Role}`)}</div>
          <small>{t(`roleNotes.${value as Role}`)}</small>
        </div>
      )}
      options={roles.map((value) => ({ value, label: t(`roles.${value}`) }))}
    />
  );
}
