import { Alert, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { FileReading, UploadPreview } from '../../api/types';
import { PageHead } from '../../parts/PageHead';
import { useIsPhone } from '../../parts/useIsPhone';
import { useDryRun, useImport, useReread, useStartImport } from '../../resources/useImports';
import { useSession } from '../../session/SessionContext';
import { CheckStep } from './CheckStep';
import { sameMapping } from './reading';
import { TrialStep } from './TrialStep';
import { UploadStep } from './UploadStep';

/** A file on its way in: upload, check, try out; then it runs on a page of its own. */
export default function NewImportPage() {
  const { t } = useTranslation();
  const { shops } = useSession();
  const navigate = useNavigate();
  const phone = useIsPhone();
  const [params] = useSearchParams();
  const mends = Number(params.get('mends')) || null;
  const [chosenShop, setShop] = useState<number | null>(null);
  const [first, setFirst] = useState<UploadPreview | null>(null);
  const [preview, setPreview] = useState<UploadPreview | null>(null);
  const [checked, setChecked] = useState(false);
  const [saveAs, setSaveAs] = useState('');
  const reread = useReread();
  const start = useStartImport();
  const trial = useDryRun();
  const mended = useImport(mends);
  const shopId = chosenShop ?? mended.data?.shopId ?? shops[0]?.id ?? 0;

  const uploaded = (found: UploadPreview) => {
    setFirst(found);
    setPreview(found);
    setChecked(false);
    setSaveAs('');
  };
  const forget = () => {
    for (const call of [reread, start, trial]) call.reset();
    setPreview(null);
  };
  const read = (reading: FileReading) => preview && reread.mutate({ id: preview.upload.id, reading }, { onSuccess: setPreview });

  // A mapping is a person's own where nothing knew the layout, or where what was known has been changed.
  const own = first !== null && preview !== null
    && ((first.recognised.preset === null && first.recognised.mapping === null) || !sameMapping(first.reading, preview.reading));
  const name = own && saveAs.trim() !== '' ? saveAs.trim() : undefined;
  const request = preview && { uploadId: preview.upload.id, shopId, reading: preview.reading };
  const tryOut = () => request && trial.mutate(request);
  const run = () => request && start.mutate({ ...request, saveAs: name }, { onSuccess: ({ importId }) => void navigate(`/data/imports/${importId}`, { replace: true }) });
  const needsCheck = preview !== null && preview.recognised.needsConfirmation && preview.recognised.mapping === null;
  const step = !preview ? 0 : trial.data ? 2 : 1;
  return (
    <>
      <PageHead title={t('importing.title')} answer={preview ? preview.upload.fileName : t('importing.answer')} />
      <Steps
        aria-label={t('importing.steps')}
        size="small"
        responsive={false}
        titlePlacement={phone ? 'vertical' : 'horizontal'}
        current={step}
        items={(['upload', 'preview', 'trial', 'run'] as const).map((key) => ({ title: t(`importing.${key}`) }))}
      />
      {mended.data && !preview && <Alert type="info" showIcon title={t('importing.mendTitle', { name: mended.data.name })} description={t('importing.mendNote')} />}
      {!preview || !first ? <UploadStep shopId={shopId} onShop={setShop} onUploaded={uploaded} />
        : trial.data ? (
          <TrialStep
            key={trial.data.jobId}
            jobId={trial.data.jobId}
            preview={preview}
            starting={start.isPending}
            error={start.error}
            saveAs={own ? saveAs : null}
            onSaveAs={setSaveAs}
            onBack={() => { trial.reset(); start.reset(); }}
            onAgain={tryOut}
            onImport={run}
          />
        ) : (
          <CheckStep
            first={first}
            preview={preview}
            rereading={reread.isPending}
            starting={trial.isPending ? 'trial' : start.isPending ? 'import' : null}
            error={reread.error ?? trial.error ?? start.error}
            needsCheck={needsCheck}
            checked={checked}
            onChecked={setChecked}
            saveAs={own ? saveAs : null}
            onSaveAs={setSaveAs}
            onRead={read}
            onTry={tryOut}
            onImport={run}
            onOther={forget}
          />
        )}
    </>
  );
}
