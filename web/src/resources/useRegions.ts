import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, take } from '../api/client';
import { useLanguage } from '../i18n';

/** A region in the language of the reader; one that has no other name as it is. */
export function useRegionName(): (region: string) => string {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['regions'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/regions', { signal })),
    staleTime: Infinity,
    retry: false,
  });
  const names = useMemo(() => new Map((data ?? []).map((region) => [region.name, region[language]])), [data, language]);
  return (region) => names.get(region) ?? region;
}
