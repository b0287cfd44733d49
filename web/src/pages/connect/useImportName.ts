import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../api/types';

/** What an import is called: by its file, or that it is the demo shop. */
export function useImportName(): (row: ImportRow) => string {
  const { t } = useTranslation();
  return (row) => (row.preset === 'demo' ? t('imports.demo') : row.name);
}
