import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ViewGap } from '../../api/types';

const fields = ['shops', 'channels', 'region', 'city', 'district', 'tag', 'serviceLevel', 'firstSource', 'firstShop', 'boughtIn'] as const;

/** What a view was narrowed to that is not there any longer: the list shows the rest. */
export function ViewGaps({ gaps }: { gaps: ViewGap[] }) {
  const { t } = useTranslation();
  const name = ({ field, value }: ViewGap) => {
    const known = fields.find((each) => each === field);
    const text = known ? t(`views.fields.${known}`) : field;
    return value ? t('customers.filterTag', { name: text, value }) : text;
  };
  return <Alert type="warning" showIcon title={t('views.gone', { what: gaps.map(name).join(t('views.and')) })} />;
}
