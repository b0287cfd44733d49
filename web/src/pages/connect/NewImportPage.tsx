import { Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileReading, UploadPreview } from '../../api/types';
import { PageHead } from '../../parts/PageHead';
import { useReread, useStartImport } from '../../resources/useImports';
import { useSession } from '../../session/SessionContext';
import { PreviewStep } from './PreviewStep';
import { UploadStep } from './UploadStep';

/** A file on its way in: upload, check, then it runs on a page of its own. */
export default function NewImportPage() {
  const { t } = useTranslation();
  const { shops } = useSession();
  const navigate = useNavigate();
  const [shopId, setShopId] = useState(shops[0]?.id ?? 0);
  const [preview, setPreview] = useState<UploadPreview | null>(null);
  const reread = useReread();
  const start = useStartImport();

  const read = (reading: FileReading) =>
    preview && reread.mutate({ id: preview.upload.id, reading }, { onSuccess: setPreview });
  const run = (saveAs: string | undefined) =>
    preview && start.mutate(
      { uploadId: preview.upload.id, shopId, reading: preview.reading, saveAs },
      { onSuccess: ({ importId }) => void navigate(`/data/imports/${importId}`, { replace: true }) },
    );
  return (
    <>
      <PageHead title={t('importing.title')} answer={preview ? preview.upload.fileName : t('importing.answer')} />
      <Steps
        aria-label={t('importing.steps')}
        size="small"
        current={preview ? 1 : 0}
        items={(['upload', 'preview', 'run', 'result'] as const).map((key) => ({ title: t(`importing.${key}`) }))}
      />
      {preview ? (
        <PreviewStep
          preview={preview}
          rereading={reread.isPending}
          starting={start.isPending}
          error={reread.error ?? start.error}
          onRead={read}
          onStart={run}
          onOther={() => { reread.reset(); start.reset(); setPreview(null); }}
        />
      ) : (
        <UploadStep shopId={shopId} onShop={setShopId} onUploaded={setPreview} />
      )}
    </>
  );
}
