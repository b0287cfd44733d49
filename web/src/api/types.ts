/** The API's records, as the contract names them. Money is whole minor units of the answer's currency. */

export type Role = 'owner' | 'operator' | 'service' | 'reader';
export type Permission =
  | 'reportsRead' | 'customersRead' | 'customersReveal' | 'customersExport' | 'importsRead' | 'importsRun'
  | 'settingsRead' | 'settingsWrite' | 'usersWrite' | 'tokensWrite' | 'auditRead' | 'backupRun';
export type Language = 'zh' | 'en';
export type Words = Record<Language, string>;
export type Currency = { code: string; digits: number };
export type Shop = { id: number; name: string; timeZone: string };
export type Channel = { id: number; name: string };

export type Session = {
  setUpNeeded: boolean;
  demo: boolean;
  user: { name: string; role: Role; language: Language | null } | null;
  permissions: Permission[];
  currency: Currency;
  shops: Shop[];
  channels: Channel[];
  today: string;
  version: string;
  antiforgery: string;
};

export type Definitions = { rfmBasis: MoneyBasis; countZeroPriced: boolean; countTests: boolean };
export type MoneyBasis = 'net' | 'gross';
export type UserRow = { id: number; name: string; role: Role; createdAt: string; lockedUntil: string | null };
export type TokenRow = {
  id: number; name: string; role: Role; createdAt: string; lastUsedAt: string | null; revokedAt: string | null;
};
export type AuditRow = { id: number; at: string; actor: string; action: string; subject: string; detail: string };
export type Page<T> = { items: T[]; next: string | null };

export type FieldInfo = { key: string; name: Words; required: boolean; hint: Words };
export type PresetInfo = { key: string; name: Words; description: Words; gives: string[] };
export type FileReading = {
  format: 'csv' | 'xlsx';
  encoding: string;
  gzip: boolean;
  delimiter: string;
  sheet: string | null;
  headerRow: number;
  preset: string;
  columns: Record<string, string>;
  dateOrder: 'ymd' | 'dmy' | 'mdy';
  decimal: '.' | ',';
};
export type PreviewRow = { number: number; cells: string[]; problems: { column: string; reason: string; value: string }[] };
export type UploadPreview = {
  upload: { id: string; fileName: string; bytes: number; sha256: string; createdAt: string };
  reading: FileReading;
  recognised: { preset: string | null; mapping: string | null };
  alreadyImported: { importId: number; at: string } | null;
  headers: string[];
  rows: PreviewRow[];
  sampled: { rows: number; rejected: number; orders: number; ordersWithBuyer: number };
  missingFields: string[];
  sheets: string[];
};
export type SavedMapping = { id: number; name: string; createdAt: string };
export type ImportState = 'running' | 'committed' | 'failed' | 'cancelled';
export type ImportCounts = {
  rows: number; rowsRejected: number; orders: number; ordersNew: number; ordersChanged: number;
  ordersUnchanged: number; ordersWithBuyer: number; customersNew: number;
};
export type ImportRow = {
  id: number; shopId: number; name: string; preset: string; state: ImportState; startedAt: string;
  finishedAt: string | null; actor: string; counts: ImportCounts; rejects: Record<string, number>;
  error: string; jobId: number | null;
};
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
export type Job = {
  id: number; kind: string; subject: string; state: JobState; step: string; done: number; total: number;
  ratePerSecond: number | null; secondsLeft: number | null; actor: string; createdAt: string;
  startedAt: string | null; finishedAt: string | null; error: string;
};
export type Started = { importId: number; jobId: number };

export type RClass = 'active' | 'silent' | 'dormant' | 'lost';
export type FClass = 'new' | 'second' | 'old' | 'fan';
export type RfmGroup =
  | 'importantValue' | 'importantKeep' | 'importantDevelop' | 'importantWinback'
  | 'generalValue' | 'generalKeep' | 'generalDevelop' | 'generalWinback';
export type CustomerRow = {
  id: number; name: string; buyer: string; region: string; city: string; firstDay: string; lastDay: string;
  recency: number; orders: number; units: number; grossSales: number; netSales: number; aov: number | null;
  r: RClass; f: FClass; group: RfmGroup | null;
};
export type CustomerList = { currency: Currency; total: number; page: number; limit: number; items: CustomerRow[] };
export type LimitValues = { activeMax: number; silentMax: number; dormantMax: number; fanMin: number };
export type GridLimits = LimitValues & { origin: 'set' | 'published' | 'computed' | 'fallback'; validFrom: string | null };
export type RfmEdges = {
  recency: number[]; frequency: number[]; monetary: number[]; origin?: string; validFrom?: string | null;
};
export type CustomerAnswer = {
  currency: Currency;
  customer: {
    id: number; name: string; region: string; city: string; createdAt: string;
    evidence: { kind: string; scope: string; value: string }[];
  };
  figures: CustomerRow | null;
  cell: { r: RClass; f: FClass; limits: GridLimits } | null;
  rfm: { r: number; f: number; m: number; group: RfmGroup; edges: RfmEdges } | null;
};
export type OrderLine = {
  product: { id: number; code: string; name: string };
  quantity: number; unitPrice: number; amount: number;
  /** Flags joined by commas: "none", "zeroPriced", "notGoods". */
  marks: string;
};
export type CustomerOrder = {
  id: number; orderNo: string; shop: Channel; kind: 'sale' | 'return'; status: 'unpaid' | 'paid' | 'closed';
  paidAt: string | null; day: string | null; channel: Channel | null; amount: number; discount: number;
  refunds: { day: string; amount: number }[]; lines: OrderLine[];
};

export type Figures = {
  grossSales: number; netSales: number; refunds: number; refundsByOwnDate: number; discounts: number;
  orders: number; buyers: number; units: number; aov: number | null; spendPerBuyer: number | null;
  unitsPerOrder: number | null; averageUnitPrice: number | null; refundRate: number | null;
};
export type PeriodFigures = {
  from: string; to: string; all: Figures; new: Figures; returning: Figures; anonymous: Figures;
};
export type DriverNode = {
  key: string; before: number | null; after: number | null; change: number | null; contribution: number;
  children: DriverNode[];
};
export type Grain = 'day' | 'week' | 'month';
export type OverviewAnswer = {
  currency: Currency; from: string; to: string; asOf: string; grain: Grain; total: PeriodFigures;
  previous: PeriodFigures | null; year: PeriodFigures | null; series: PeriodFigures[];
  comparedSeries: PeriodFigures[] | null; ranks: { rank: number; orders: number; grossSales: number; netSales: number }[];
  drivers: DriverNode | null; largest: { branch: string; key: string; contribution: number } | null;
};
export type GridCell = {
  r: RClass; f: FClass; customers: number; share: number | null; orders: number; grossSales: number;
  netSales: number; salesShare: number | null; aov: number | null;
};
export type GridAnswer = {
  currency: Currency; asOf: string; limits: GridLimits; customers: number; grossSales: number; netSales: number;
  cells: GridCell[]; compared: GridCell[] | null;
};
export type LimitsVersion = { id: number; validFrom: string; limits: LimitValues; actor: string; createdAt: string };
export type LimitsAnswer = {
  current: GridLimits; suggested: (GridLimits & { gaps: number }) | null; versions: LimitsVersion[];
};
export type RfmAnswer = {
  currency: Currency; asOf: string; basis: MoneyBasis; edges: RfmEdges | null;
  groups: {
    group: RfmGroup; customers: number; share: number | null; orders: number; grossSales: number;
    netSales: number; salesShare: number | null;
  }[];
};
export type HistogramBar = { least: number; most: number | null; customers: number; grossSales: number; netSales: number };
export type HistogramAnswer = { currency: Currency; asOf: string; bars: HistogramBar[] };
export type ProductRanking = {
  currency: Currency; total: number;
  items: {
    product: { id: number; code: string; name: string; category: string };
    sales: number; orders: number; units: number; buyers: number; unitPrice: number | null;
  }[];
};
export type Metric = { key: string; name: Words; formula: Words; filter: Words; unit: string };
export type Freshness = {
  upTo: string | null; behind: number; building: boolean; customers: number; orders: number; lines: number;
  firstDay: string | null; lastDay: string | null; bytes: number;
};
export type TodayAnswer = {
  currency: Currency; asOf: string; week: PeriodFigures; lastWeek: PeriodFigures; lastImport: ImportRow | null;
  runningJobs: Job[]; freshness: Freshness; unpaidOrders: { orders: number; amount: number };
  anonymous: { orders: number; withBuyer: number };
};
