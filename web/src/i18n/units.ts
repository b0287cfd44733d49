import type { Language } from '../api/types';

/** How each language abbreviates large numbers: from which size on, divided by what, written how. */
export const units: Record<Language, { least: number; divisor: number; sign: string }[]> = {
  zh: [{ least: 1e8, divisor: 1e8, sign: '亿' }, { least: 1e4, divisor: 1e4, sign: '万' }],
  en: [{ least: 1e9, divisor: 1e9, sign: 'B' }, { least: 1e6, divisor: 1e6, sign: 'M' }, { least: 1e4, divisor: 1e3, sign: 'k' }],
};
