import { useQuery } from '@tanstack/react-query';
import { api, take } from '../api/client';

/** How far the reports follow the data; asked more often while they catch up. */
export const useFreshness = () =>
  useQuery({
    queryKey: ['freshness'],
    queryFn: ({ signal }) => take(api.GET('/api/v1/freshness', { signal })),
    refetchInterval: (query) => (query.state.data?.building || (query.state.data?.behind ?? 0) > 0 ? 2_000 : 10_000),
  });
