import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePresets } from '../../resources/useImports';
import { useSession } from '../../session/SessionContext';
import { usePresetName } from '../connect/usePresetName';
import { ShopsField } from './ShopsField';

/** Where customers come from, for the filter: what named them first, and, where there are several shops, in which they bought. */
export function OriginFields() {
  const { t } = useTranslation();
  const { shops } = useSession();
  const { data: presets = [] } = usePresets();
  const name = usePresetName();
  const sources = [...presets.map(({ key }) => key), 'custom', 'demo'];
  return (
    <>
      <Form.Item name="firstSource" label={t('customers.firstSource')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={sources.map((value) => ({ value, label: name(value) }))} />
      </Form.Item>
      {shops.length > 1 && (
        <>
          <Form.Item name="firstShop" label={t('customers.firstShop')}><ShopsField /></Form.Item>
          <Form.Item name="boughtIn" label={t('customers.boughtIn')}><ShopsField /></Form.Item>
        </>
      )}
    </>
  );
}
