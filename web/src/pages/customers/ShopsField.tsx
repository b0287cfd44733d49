import { Select } from 'antd';
import { useSession } from '../../session/SessionContext';

type Props = { id?: string; value?: string; onChange?: (shops: string | undefined) => void };

/** Some of the shops, as the address keeps them: their numbers with commas between them. */
export function ShopsField({ id, value, onChange }: Props) {
  const { shops } = useSession();
  return (
    <Select
      id={id}
      mode="multiple"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ? value.split(',').map(Number) : []}
      onChange={(chosen: number[]) => onChange?.(chosen.length > 0 ? chosen.join(',') : undefined)}
      options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
    />
  );
}
