import { useTranslation } from 'react-i18next';
import { channels, purposes, standings } from './filter';

/** A standing of the address in words. */
export function useConsentText() {
  const { t } = useTranslation();
  return (text: string) => {
    const [first, second, third] = text.split(':');
    const channel = channels.find((each) => each === first);
    const purpose = purposes.find((each) => each === second);
    const standing = standings.find((each) => each === third);
    if (!channel || !purpose || !standing) return text;
    return t('customers.filterTag', { name: `${t(`consent.channels.${channel}`)} ${t(`consent.purposes.${purpose}`)}`, value: t(`consent.standings.${standing}`) });
  };
}
