import { Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { useLanguage } from '../../i18n';
import { EmptyState } from '../../parts/EmptyState';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { useSetUp } from '../../resources/useSessionQuery';
import { useSession } from '../../session/SessionContext';
import { AccessFrame } from './AccessFrame';
import styles from './AccessFrame.module.css';
import { DataStep } from './DataStep';
import { OwnerStep, type Owner } from './OwnerStep';
import { ShopStep, type FirstShop } from './ShopStep';

/** From the one-time link to an installation with an owner, a shop and, if wanted, its first orders. */
export default function SetUpPage() {
  const { t } = useTranslation();
  const { setUpNeeded } = useSession();
  const language = useLanguage();
  const [token] = useState(new URLSearchParams(useLocation().hash.slice(1)).get('token') ?? '');
  const [owner, setOwner] = useState<Owner | null>(null);
  const [shop, setShop] = useState<FirstShop | null>(null);
  const [step, setStep] = useState(0);
  const setUp = useSetUp();

  if (!setUpNeeded && step < 2) return <Navigate to="/" replace />;
  const create = (made: FirstShop) => {
    if (!owner) return;
    setShop(made);
    setUp.mutate({ token, owner, shop: made, language }, { onSuccess: () => setStep(2) });
  };
  return (
    <AccessFrame wide>
      <Panel>
        {!token && setUpNeeded ? (
          <EmptyState title={t('setUp.noToken')}>{t('setUp.noTokenText')}</EmptyState>
        ) : (
          <>
            <PageHead title={t('setUp.title')} answer={t('setUp.intro')} />
            <Steps
              className={styles.steps}
              style={{ marginTop: 16 }}
              size="small"
              current={step}
              items={[{ title: t('setUp.owner') }, { title: t('setUp.shop') }, { title: t('setUp.data') }]}
            />
            {step === 0 && <OwnerStep owner={owner} onNext={(next) => { setOwner(next); setStep(1); }} />}
            {step === 1 && (
              <ShopStep shop={shop} error={setUp.error} pending={setUp.isPending} onBack={() => setStep(0)} onNext={create} />
            )}
            {step === 2 && <DataStep />}
          </>
        )}
      </Panel>
    </AccessFrame>
  );
}
