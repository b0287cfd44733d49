import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = { all: { key: string; label: string }[]; shown: string[]; onChange: (keys: string[]) => void };

export function ColumnChoice({ all, shown, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          style={{ flexDirection: 'column', gap: 8 }}
          value={shown}
          onChange={onChange}
          options={all.map(({ key, label }) => ({ value: key, label, disabled: key === 'name' }))}
        />
      }
    >
      <Button icon={<TableOutlined />}>{t('customers.columns')}</Button>
    </Popover>
  );
}
