import { MenuOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n';
import { useCan, useSession } from '../session/SessionContext';
import { FreshnessDot } from './FreshnessDot';
import { LanguageMenu, ThemeMenu, UserMenu } from './Menus';
import { Search } from './Search';
import { onGold } from '../theme/tokens';
import styles from './TopBar.module.css';

export function TopBar({ onMenu }: { onMenu?: () => void }) {
  const { t } = useTranslation();
  const { shops, demo, user } = useSession();
  const language = useLanguage();
  const can = useCan();
  const shop = shops.length > 1 && user?.allShops ? t('shell.allShops') : new Intl.ListFormat(language).format(shops.map(({ name }) => name));
  return (
    <header className={styles.bar}>
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={t('nav.open')} onClick={onMenu} />}
      <span className={styles.shop} title={shop}>{shop}</span>
      {demo && <Tag color="gold" className={styles.demo} style={{ color: onGold }}>{t('shell.demo')}</Tag>}
      <span className={styles.space} />
      {can('customersRead') && <Search />}
      {can('reportsRead') && <FreshnessDot />}
      {!onMenu && <LanguageMenu />}
      {!onMenu && <ThemeMenu />}
      <UserMenu withChoices={Boolean(onMenu)} />
    </header>
  );
}
