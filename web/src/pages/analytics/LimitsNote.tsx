import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GridLimits } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';
import styles from './CellDrawer.module.css';

/** Where the lines between the cells come from, and where to move them. */
export function LimitsNote({ limits }: { limits: GridLimits }) {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const origin = useOrigin()(limits);
  return (
    <Panel title={t('grid.limits')} extra={can('settingsRead') && <Link to="/settings/limits">{t('grid.edit')}</Link>}>
      <p className={styles.words}>
        {format.sentences(t('grid.limitsText', { active: limits.activeMax, silent: limits.silentMax, dormant: limits.dormantMax, fan: limits.fanMin }), origin)}
      </p>
    </Panel>
  );
}

export function useOrigin(): (limits: GridLimits) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ origin, validFrom }) => {
    switch (origin) {
      case 'set': return t('grid.originSet', { day: format.day(validFrom) });
      case 'published': return t('grid.originPublished', { day: format.day(validFrom) });
      case 'computed': return t('grid.originComputed');
      case 'given': return t('grid.originGiven');
      case 'fallback': return t('grid.originFallback');
    }
  };
}
