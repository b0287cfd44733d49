import type { ExportColumn } from '../../api/types';

/** A column of the file to be: where it stands in the list is where it will stand in the file. */
export type Choice = { key: string; on: boolean };

export const usual = (columns: ExportColumn[]): Choice[] => columns.map(({ key, isDefault }) => ({ key, on: isDefault }));

export const toggled = (choices: Choice[], key: string): Choice[] =>
  choices.map((choice) => (choice.key === key ? { ...choice, on: !choice.on } : choice));

export const allSet = (choices: Choice[], on: boolean): Choice[] => choices.map((choice) => ({ ...choice, on }));

/** Moves a column a place up or down; at either end it stays. */
export function moved(choices: Choice[], key: string, by: -1 | 1): Choice[] {
  const from = choices.findIndex((choice) => choice.key === key);
  const [one, other] = [choices[from], choices[from + by]];
  if (!one || !other) return choices;
  return choices.map((choice, at) => (at === from ? other : at === from + by ? one : choice));
}

export const chosen = (choices: Choice[]): string[] => choices.filter(({ on }) => on).map(({ key }) => key);

/** The usual columns in the usual order need not be named. */
export function asked(choices: Choice[], columns: ExportColumn[]): string[] {
  const keys = chosen(choices);
  return keys.join() === chosen(usual(columns)).join() ? [] : keys;
}
