import type { FileKind, FieldInfo, FileReading } from '../../api/types';

/** Whether two readings take the same columns for the same fields. */
export function sameMapping(one: FileReading, other: FileReading): boolean {
  const columns = Object.entries(one.columns);
  return one.kind === other.kind && one.preset === other.preset
    && columns.length === Object.keys(other.columns).length && columns.every(([field, header]) => other.columns[field] === header);
}

/** A reading in which a field comes from another column, or from none. */
export function withColumn(reading: FileReading, field: string, header: string | undefined): FileReading {
  const others = Object.entries(reading.columns).filter(([key]) => key !== field);
  return { ...reading, columns: Object.fromEntries(header === undefined ? others : [...others, [field, header]]) };
}

/** The fields that a kind of file has, those it cannot do without first. */
export function fieldsOf(kind: FileKind, fields: FieldInfo[]): FieldInfo[] {
  const own = fields.filter((field) => field.kinds.includes(kind));
  return [...own.filter((field) => field.requiredBy.includes(kind)), ...own.filter((field) => !field.requiredBy.includes(kind))];
}

/** A header of the file, spelt out where columns share or lack a name. */
export const distinct = (headers: string[]): string[] => [...new Set(headers)].filter((header) => header.trim() !== '');
