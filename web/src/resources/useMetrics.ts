import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, take } from '../api/client';
import type { Metric } from '../api/types';

/** The metric dictionary by key; empty until it is here. */
export function useMetrics(): Map<string, Metric> {
  const { data } = useQuery({
    queryKey: ['metrics'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/metrics', { signal })),
    staleTime: Infinity,
    retry: false,
  });
  return useMemo(() => new Map((data ?? []).map((metric) => [metric.key, metric])), [data]);
}
