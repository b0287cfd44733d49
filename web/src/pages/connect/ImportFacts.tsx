import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemOfJob } from '../../api/problem';
import type { ImportRow, Job } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { useSession } from '../../session/SessionContext';
import { useActorName } from '../../parts/useActorName';
import { useProblemText } from '../../parts/useProblemText';
import { ImportState } from './ImportState';
import { usePresetName } from './usePresetName';

/** What is known of an import, and of the job that took it out. */
export function ImportFacts({ row, undo }: { row: ImportRow; undo: Job | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const actor = useActorName();
  const problemText = useProblemText();
  const presetName = usePresetName();
  const { shops } = useSession();
  const facts: [key: string, label: string, value: React.ReactNode][] = [
    ['state', t('imports.state'), <ImportState key="state" state={row.state} />],
    ...(row.state === 'failed' && row.error ? [['error', t('result.error'), problemText(problemOfJob(row.error))] as [string, string, string]] : []),
    ['shop', t('importing.shop'), shops.find((shop) => shop.id === row.shopId)?.name ?? row.shopId],
    ['kind', t('result.holds'), t(`kinds.${row.kind}.name`)],
    ['preset', t('result.preset'), presetName(row.preset)],
    ['started', t('result.started'), format.instant(row.startedAt)],
    ['finished', t('result.finished'), format.instant(row.finishedAt)],
    ['by', t('result.by'), actor(row.actor)],
    ...(undo ? [['undone', t('result.undone'), format.instant(undo.finishedAt)], ['undoneBy', t('result.undoneBy'), actor(undo.actor)]] as [string, string, string][] : []),
  ];
  return (
    <Panel title={t('result.details')}>
      <Descriptions column={1} size="small" items={facts.map(([key, label, children]) => ({ key, label, children }))} />
    </Panel>
  );
}
