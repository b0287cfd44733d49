import type * as T from './types';

/** The calls of the API in the shape that openapi-typescript generates, so that openapi-fetch can check each one. */
type Operation<Out, Query, Path, Body> = {
  parameters: { query?: Query; header?: Record<string, string>; cookie?: never } & (Path extends object ? { path: Path } : { path?: never });
  responses: { 200: { headers: Record<string, string>; content: { 'application/json': Out } } };
} & (Body extends object ? { requestBody: { content: { 'application/json': Body } } } : { requestBody?: never });
type None = Record<string, never>;
type ById = { id: number | string };
type Get<Out, Query = None> = { get: Operation<Out, Query, undefined, undefined> };
type GetOne<Out, Query = None> = { get: Operation<Out, Query, ById, undefined> };
type Post<Out, Body, Query = None> = { post: Operation<Out, Query, undefined, Body> };
type PostOne<Out, Body = undefined> = { post: Operation<Out, None, ById, Body> };
type Put<Out, Body> = { put: Operation<Out, None, undefined, Body> };
type PutOne<Out, Body> = { put: Operation<Out, None, ById, Body> };
type Delete = { delete: Operation<undefined, None, undefined, undefined> };
type DeleteOne = { delete: Operation<undefined, None, ById, undefined> };

export type Scope = {
  shops?: string; channels?: string; from?: string; to?: string; asOf?: string; compare?: 'previous' | 'year' | 'none';
};
export type CustomerFilter = {
  search?: string; r?: T.RClass; f?: T.FClass; group?: T.RfmGroup; region?: string; minOrders?: number; maxOrders?: number;
  minRecency?: number; maxRecency?: number; minNetSales?: number; maxNetSales?: number; firstFrom?: string; firstTo?: string;
};
type Paging = { cursor?: string; limit?: number };
type Password = { password: string };

export type paths = {
  '/api/v1/session': Get<T.Session> & Post<T.Session, { name: string; password: string }> & Delete;
  '/api/v1/session/language': Put<undefined, { language: T.Language }>;
  '/api/v1/session/password': Put<undefined, { current: string; next: string }>;
  '/api/v1/setup': Post<T.Session, {
    token: string; owner: { name: string; password: string };
    shop: { name: string; timeZone: string; currency: string }; language: T.Language;
  }>;
  '/api/v1/shops': Get<T.Shop[]> & Post<T.Shop, { name: string; timeZone: string }>;
  '/api/v1/shops/{id}': PutOne<T.Shop, { name: string; timeZone: string }>;
  '/api/v1/definitions': Get<T.Definitions> & Put<T.Definitions, T.Definitions>;
  '/api/v1/users': Get<T.UserRow[]> & Post<T.UserRow, { name: string; password: string; role: T.Role }>;
  '/api/v1/users/{id}': PutOne<T.UserRow, { role: T.Role }> & DeleteOne;
  '/api/v1/users/{id}/password': PostOne<undefined, Password>;
  '/api/v1/tokens': Get<T.TokenRow[]> & Post<{ id: number; secret: string }, { name: string; role: T.Role }>;
  '/api/v1/tokens/{id}': DeleteOne;
  '/api/v1/audit': Get<T.Page<T.AuditRow>, Paging & { action?: string }>;
  '/api/v1/presets': Get<T.PresetInfo[]>;
  '/api/v1/fields': Get<T.FieldInfo[]>;
  '/api/v1/uploads/{id}/preview': PostOne<T.UploadPreview, { reading: T.FileReading }>;
  '/api/v1/imports': Get<T.Page<T.ImportRow>, Paging> &
    Post<T.Started, { uploadId: string; shopId: number; reading: T.FileReading; saveAs?: string }>;
  '/api/v1/imports/{id}': GetOne<T.ImportRow>;
  '/api/v1/demo': Post<T.Started, { customers?: number; years?: number; seed?: number; until?: string }>;
  '/api/v1/mappings': Get<T.SavedMapping[]>;
  '/api/v1/mappings/{id}': DeleteOne;
  '/api/v1/jobs': Get<{ items: T.Job[] }, { limit?: number }>;
  '/api/v1/jobs/{id}': GetOne<T.Job>;
  '/api/v1/jobs/{id}/cancel': PostOne<undefined>;
  '/api/v1/customers': Get<T.CustomerList, CustomerFilter & Scope & { sort?: string; page?: number; limit?: number }>;
  '/api/v1/customers/{id}': GetOne<T.CustomerAnswer, { asOf?: string }>;
  '/api/v1/customers/{id}/orders': GetOne<T.Page<T.CustomerOrder> & { currency: T.Currency }, Paging>;
  '/api/v1/customers/{id}/reveal': PostOne<{ name: string }>;
  '/api/v1/overview': Get<T.OverviewAnswer, Scope & { grain?: T.Grain }>;
  '/api/v1/grid': Get<T.GridAnswer, Scope & { compareAsOf?: string }>;
  '/api/v1/grid/limits': Get<T.LimitsAnswer, { shop?: number }> &
    Put<T.LimitsVersion, T.LimitValues & { shopId: number | null; validFrom: string }>;
  '/api/v1/rfm': Get<T.RfmAnswer, Scope & { basis?: T.MoneyBasis }>;
  '/api/v1/histograms/recency': Get<T.HistogramAnswer, Scope>;
  '/api/v1/histograms/frequency': Get<T.HistogramAnswer, Scope>;
  '/api/v1/rankings/customers': Get<T.CustomerList, Scope & { by?: string; limit?: number }>;
  '/api/v1/rankings/products': Get<T.ProductRanking, Scope & { by?: string; limit?: number }>;
  '/api/v1/metrics': Get<T.Metric[]>;
  '/api/v1/freshness': Get<T.Freshness>;
  '/api/v1/today': Get<T.TodayAnswer>;
};
