import createClient from 'openapi-fetch';
import type { paths } from './schema';
import type { Answer } from './types';
import { problemOf } from './problem';

let antiforgery = '';

/** Every session answer brings the token that writing calls must carry. */
export function keepAntiforgery(token: string) {
  antiforgery = token;
}

export const csrfHeader = () => ({ 'X-CSRF': antiforgery });

// fetch is looked up at each call, so that tests may put their own in its place.
export const api = createClient<paths>({ baseUrl: '', fetch: (request) => globalThis.fetch(request) });

api.use({
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-CSRF', antiforgery);
    return request;
  },
});

/** The data of an answer, or its problem thrown. */
export async function take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<Answer<T>> {
  const { data, error, response } = await call;
  if (!response.ok) throw problemOf(response.status, error);
  return data as Answer<T>;
}

/** A query string without the parameters that are not set. */
export function queryString(query: Record<string, string | number | boolean | undefined>): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
