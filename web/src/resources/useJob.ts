import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, take } from '../api/client';
import type { Job } from '../api/types';

export const isOver = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

/** A job as it goes on, by server-sent events; where these break off, by asking every two seconds. */
export function useJob(id: number | null) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) => take(api.GET('/api/v1/jobs/{id}', { params: { path: { id: id ?? 0 } }, signal })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : 2_000),
  });
  const over = query.data ? isOver(query.data) : false;
  // A job that was over before anybody looked has nothing more to say.
  const goesOn = query.data !== undefined && !over;

  useEffect(() => {
    if (id === null || !goesOn) return;
    const events = new EventSource(`/api/v1/jobs/${id}/events`);
    events.addEventListener('progress', (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as Job;
      client.setQueryData(['job', id], job);
      if (isOver(job)) events.close();
    });
    return () => events.close();
  }, [client, id, goesOn]);

  useEffect(() => {
    if (over) void client.invalidateQueries({ predicate: ({ queryKey }) => !['job', 'session', 'metrics', 'fields', 'presets', 'dry-run'].includes(String(queryKey[0])) });
  }, [client, over]);

  return query;
}

export const useCancelJob = () =>
  useMutation({ mutationFn: (id: number) => take(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })) });
