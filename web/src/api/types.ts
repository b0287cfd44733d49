import type { components, paths } from './schema';

/** The API's records by the names that the pages use; their shapes are generated from docs/openapi.json (`npm run api`). */
type Schemas = { [Key in keyof components['schemas']]: Answer<components['schemas'][Key]> };

/** What has a default may be left out of a request, so the document calls it optional; an answer carries it all the same. */
export type Answer<T> = T extends (infer Item)[] ? Answer<Item>[] : T extends object ? { [Key in keyof T]-?: Answer<T[Key]> } : T;

export type Language = 'zh' | 'en';
export type Role = Schemas['Role'];
export type Permission = Schemas['Permission'];
export type Words = Schemas['Words'];
export type Currency = Schemas['Currency'];
export type Shop = Schemas['ShopItem'];
export type Session = Schemas['Session'];
export type Definitions = Schemas['Definitions'];
export type MoneyBasis = Schemas['MoneyBasis'];
export type UserRow = Schemas['UserItem'];
export type TokenRow = Schemas['TokenItem'];
export type AuditRow = Schemas['AuditItem'];
export type AuditAction = Schemas['AuditAction'];

export type FieldInfo = Schemas['FieldInfo'];
export type FileReading = Schemas['FileReading'];
export type PreviewRow = Schemas['PreviewRow'];
export type UploadPreview = Schemas['UploadPreview'];
export type ImportState = Schemas['ImportState'];
export type ImportRow = Schemas['ImportItem'];
export type Job = Schemas['JobItem'];
export type ExportRow = Schemas['ExportItem'];
export type ExportTable = Schemas['ExportTableInfo'];
export type ExportColumn = Schemas['ExportColumnInfo'];
export type ExportRequest = Schemas['ExportRequest'];
export type FileKind = Schemas['FileKind'];
export type PresetInfo = Schemas['PresetInfo'];
export type RejectReason = Schemas['RejectReason'];
export type DryRunReport = Schemas['DryRunReport'];
export type MergeSample = Schemas['MergeSample'];
export type MappingRow = Schemas['MappingItem'];
export type ExchangeRate = Schemas['ExchangeRate'];

export type RClass = Schemas['RClass'];
export type FClass = Schemas['FClass'];
export type RfmGroup = NonNullable<CustomerRow['group']>;
/** A customer may be in no group, so the document lets every group be null; where groups are listed none is. */
type Grouped<T> = Omit<T, 'group'> & { group: RfmGroup };
export type CustomerRow = Schemas['CustomerItem'];
export type CustomerAnswer = Omit<Schemas['Customer360Answer'], 'rfm'> & { rfm: Grouped<Schemas['CustomerScores']> | null };
export type CustomerEvidence = Schemas['CustomerEvidence'];
export type IdentityDoubt = Schemas['IdentityDoubt'];
export type IdentityRules = Schemas['IdentityRules'];
export type VersionedIdentityRules = Schemas['VersionedIdentityRules'];
export type IdentityAct = Schemas['IdentityActItem'];
export type CustomerOrder = Schemas['TimelineOrder'];
export type TimelineEvent = Schemas['TimelineEvent'];
export type TimelineKind = Schemas['TimelineKind'];
export type ProfileAddress = Schemas['ProfileAddress'];
export type ShownReceiver = Schemas['ShownReceiver'];
export type ReceiverAddress = Schemas['ReceiverAddress'];
export type ProfileField = Schemas['ProfileField'];
export type ProfileSource = Schemas['ProfileSource'];
export type ConsentView = Schemas['ConsentView'];
export type BinnedCustomer = Schemas['BinnedCustomer'];
export type CustomerView = Schemas['CustomerViewItem'];
export type ViewPeriod = NonNullable<CustomerView['period']>;
export type ViewGap = Schemas['ViewGap'];
export type LevelOfCustomer = Schemas['LevelOfCustomer'];
export type ServiceLevel = Omit<Schemas['ServiceLevel'], 'groups'> & { groups: RfmGroup[] };
export type WayState = Schemas['WayState'];
export type PruneAnswer = Schemas['PruneAnswer'];
export type PruneRow = Schemas['PruneItem'];
export type Revealed = Schemas['RevealedCustomer'];
export type OrderLine = Schemas['TimelineLine'];
export type LimitValues = Pick<Schemas['LimitsFigures'], 'activeMax' | 'silentMax' | 'dormantMax' | 'fanMin'>;
export type GridLimits = Schemas['LimitsFigures'];
export type LimitsVersion = Schemas['LimitsVersion'];
export type RfmEdges = Schemas['EdgesFigures'];

export type Figures = Schemas['Figures'];
export type PeriodFigures = Schemas['PeriodFigures'];
export type DriverNode = Schemas['DriverFigures'];
export type Driver = Schemas['Driver'];
export type Grain = Schemas['Grain'];
export type OverviewAnswer = Schemas['OverviewAnswer'];
export type GridCell = Schemas['GridCellFigures'];
export type GridAnswer = Schemas['GridAnswer'];
export type GridFlow = Schemas['GridFlowFigures'];
export type GridFlowAnswer = Schemas['GridFlowAnswer'];
export type RfmAnswer = Omit<Schemas['RfmAnswer'], 'groups'> & { groups: Grouped<Schemas['RfmGroupShare']>[] };
export type HistogramBar = Schemas['HistogramBar'];
export type HistogramAnswer = Schemas['HistogramAnswer'];
export type TouchAnswer = Schemas['TouchAnswer'];
export type TouchKind = Schemas['TouchKind'];
export type ProductRanking = Schemas['ProductRankingAnswer'];
export type ProductSort = NonNullable<NonNullable<paths['/api/v1/rankings/products']['get']['parameters']['query']>['by']>;
export type Metric = Schemas['Metric'];
export type Freshness = Schemas['Freshness'];
export type TodayAnswer = Schemas['TodayAnswer'];

/** What every report can be asked of. */
export type Scope = NonNullable<paths['/api/v1/histograms/recency']['get']['parameters']['query']>;
type ListQuery = NonNullable<paths['/api/v1/customers']['get']['parameters']['query']>;
export type CustomerFilter = Pick<
  ListQuery,
  | 'search' | 'r' | 'f' | 'group' | 'region' | 'tag' | 'minOrders' | 'maxOrders' | 'minRecency' | 'maxRecency' | 'minNetSales' | 'maxNetSales'
  | 'firstFrom' | 'firstTo' | 'city' | 'district' | 'firstSource' | 'firstShop' | 'boughtIn' | 'gender' | 'serviceLevel' | 'consent' | 'reach' | 'hasNote' | 'suppressed'
  | 'touchKind' | 'touchedWithin' | 'touched'
>;
