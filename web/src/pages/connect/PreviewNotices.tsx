import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UploadPreview } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { usePresetName } from './usePresetName';

/** What was recognised, and whether this very file came before. */
export function PreviewNotices({ preview }: { preview: UploadPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const presetName = usePresetName();
  const { recognised, alreadyImported } = preview;
  return (
    <>
      {alreadyImported && (
        <Alert
          type="info"
          showIcon
          title={t('importing.already', { when: format.instant(alreadyImported.at) })}
          action={<Link to={`/data/imports/${alreadyImported.importId}`}>{t('importing.seeIt')}</Link>}
        />
      )}
      {recognised.mapping !== null ? <Alert type="success" showIcon title={t('importing.recognisedMapping', { name: recognised.mapping })} />
        : recognised.preset !== null ? <Alert type="success" showIcon title={t('importing.recognised', { name: presetName(recognised.preset) })} />
        : <Alert type="info" showIcon title={t('importing.unknown')} />}
    </>
  );
}
