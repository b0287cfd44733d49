import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Permission } from '../../api/types';
import { PageHead } from '../../parts/PageHead';
import { NotAllowed } from '../../session/Needs';
import { useCan } from '../../session/SessionContext';
import { AuditSection } from './AuditSection';
import { CountsSection } from './CountsSection';
import { IdentitySection } from './IdentitySection';
import { LevelsSection } from './LevelsSection';
import { LimitsSection } from './LimitsSection';
import { RatesSection } from './RatesSection';
import { ShopsSection } from './ShopsSection';
import { TokensSection } from './TokensSection';
import { UsersSection } from './UsersSection';

const sections = [
  { key: 'shops', needs: 'settingsRead', Section: ShopsSection },
  { key: 'counts', needs: 'settingsRead', Section: CountsSection },
  { key: 'limits', needs: 'settingsRead', Section: LimitsSection },
  { key: 'identity', needs: 'settingsRead', Section: IdentitySection },
  { key: 'levels', needs: 'customersRead', Section: LevelsSection },
  { key: 'rates', needs: 'settingsRead', Section: RatesSection },
  { key: 'users', needs: 'usersWrite', Section: UsersSection },
  { key: 'tokens', needs: 'tokensWrite', Section: TokensSection },
  { key: 'audit', needs: 'auditRead', Section: AuditSection },
] as const satisfies { key: string; needs: Permission; Section: React.ComponentType }[];

export default function SettingsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const { section } = useParams();
  const open = sections.filter(({ needs }) => can(needs));
  const named = sections.find(({ key }) => key === section);
  if (named && !can(named.needs)) return <NotAllowed />;
  const current = open.find(({ key }) => key === section) ?? open[0];
  return (
    <>
      <PageHead title={t('settings.title')} answer={can('settingsWrite') ? undefined : t('settings.readOnly')} />
      <Tabs
        aria-label={t('settings.sections')}
        activeKey={current?.key}
        onChange={(key) => void navigate(`/settings/${key}`)}
        destroyOnHidden
        items={open.map(({ key, Section }) => ({ key, label: t(`settings.${key}`), children: <Section /> }))}
      />
    </>
  );
}
