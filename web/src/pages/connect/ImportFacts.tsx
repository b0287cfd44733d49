import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import type { ImportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { useSession } from '../../session/SessionContext';
import { useActorName } from '../../parts/useActorName';
import { useProblemText } from '../../parts/useProblemText';
import { ImportState } from './ImportState';
import { usePresetName } from './usePresetName';

export function ImportFacts({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const actor = useActorName();
  const problemText = useProblemText();
  const presetName = usePresetName();
  const { shops } = useSession();
  const facts: [key: string, label: string, value: React.ReactNode][] = [
    ['state', t('imports.state'), <ImportState key="state" state={row.state} />],
    ...(row.state === 'failed' && row.error ? [['error', t('result.error'), problemText(new Problem(0, row.error, ''))] as [string, string, string]] : []),
    ['shop', t('importing.shop'), shops.find((shop) => shop.id === row.shopId)?.name ?? row.shopId],
    ['kind', t('result.holds'), t(`kinds.${row.kind}.name`)],
    ['preset', t('result.preset'), presetName(row.preset)],
    ['started', t('result.started'), format.instant(row.startedAt)],
    ['finished', t('result.finished'), format.instant(row.finishedAt)],
    ['by', t('result.by'), actor(row.actor)],
  ];
  return (
    <Panel title={t('result.details')}>
      <Descriptions column={1} size="small" items={facts.map(([key, label, children]) => ({ key, label, children }))} />
    </Panel>
  );
}
