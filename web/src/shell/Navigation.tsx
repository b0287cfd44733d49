import {
  AppstoreOutlined, BarChartOutlined, CalendarOutlined, CloudUploadOutlined, ExportOutlined, FieldTimeOutlined, MenuFoldOutlined, MenuUnfoldOutlined,
  MessageOutlined, OrderedListOutlined, PartitionOutlined, SettingOutlined, TeamOutlined, UsergroupAddOutlined,
} from '@ant-design/icons';
import { Button, Menu, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useCan } from '../session/SessionContext';
import styles from './Navigation.module.css';

type Props = { folded?: boolean; onFold?: (folded: boolean) => void; onGo?: () => void };
type Items = NonNullable<MenuProps['items']>;

/** The pages in the order of the data; those that the role may not see are not there. */
export function Navigation({ folded = false, onFold, onGo }: Props) {
  const { t } = useTranslation();
  const can = useCan();
  const { pathname } = useLocation();
  const to = (key: string, label: string, icon: React.ReactNode) => ({ key, icon, label: <Link to={key}>{label}</Link>, title: label });
  const group = (key: string, label: string, children: Items) =>
    folded ? children : [{ key, type: 'group' as const, label, children }];

  const items: Items = [
    ...(can('reportsRead') ? [to('/today', t('nav.today'), <CalendarOutlined />)] : []),
    ...(can('customersRead') ? [to('/customers', t('nav.customers'), <TeamOutlined />)] : []),
    ...(can('reportsRead')
      ? group('insights', t('nav.insights'), [
          to('/insights/overview', t('nav.overview'), <BarChartOutlined />),
          to('/insights/grid', t('nav.grid'), <AppstoreOutlined />),
          to('/insights/rfm', t('nav.rfm'), <UsergroupAddOutlined />),
          to('/insights/rankings', t('nav.rankings'), <OrderedListOutlined />),
          to('/insights/touches', t('nav.touches'), <MessageOutlined />),
          to('/insights/rhythm', t('nav.rhythm'), <FieldTimeOutlined />),
        ])
      : []),
    ...(can('importsRead') ? group('data', t('nav.data'), [
      to('/data/imports', t('nav.imports'), <CloudUploadOutlined />), to('/data/exports', t('nav.exports'), <ExportOutlined />),
      to('/data/mappings', t('nav.mappings'), <PartitionOutlined />),
    ]) : []),
    ...(can('settingsRead') ? [{ type: 'divider' as const }, to('/settings', t('nav.settings'), <SettingOutlined />)] : []),
  ];
  const keys = items.flatMap((item) => (item && 'children' in item && item.children ? item.children : [item])).map((item) => String(item?.key));
  const current = keys.filter((key) => pathname.startsWith(key));
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <Menu className={styles.menu} mode="inline" inlineCollapsed={folded} items={items} selectedKeys={current} onClick={onGo} />
      {onFold && (
        <Button
          type="text"
          className={styles.fold}
          icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={folded ? t('nav.expand') : t('nav.collapse')}
          onClick={() => onFold(!folded)}
        />
      )}
    </nav>
  );
}
