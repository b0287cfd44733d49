import type { TFunction } from 'i18next';
import type { FClass, GridLimits, RClass } from '../../api/types';

/** R from left to right, F from the top down: the best corner is the upper left. */
export const rClasses: RClass[] = ['active', 'silent', 'dormant', 'lost'];
export const fClasses: FClass[] = ['fan', 'old', 'second', 'new'];

export function recencyRange(r: RClass, limits: GridLimits, t: TFunction): string {
  switch (r) {
    case 'active': return t('grid.upToDays', { days: limits.activeMax });
    case 'silent': return t('grid.daysRange', { from: limits.activeMax + 1, to: limits.silentMax });
    case 'dormant': return t('grid.daysRange', { from: limits.silentMax + 1, to: limits.dormantMax });
    case 'lost': return t('grid.beyondDays', { days: limits.dormantMax });
  }
}

export function frequencyRange(f: FClass, limits: GridLimits, t: TFunction): string {
  switch (f) {
    case 'new': return t('grid.times', { count: 1 });
    case 'second': return t('grid.times', { count: 2 });
    case 'old': return limits.fanMin === 4 ? t('grid.times', { count: 3 }) : t('grid.timesRange', { from: 3, to: limits.fanMin - 1 });
    case 'fan': return t('grid.timesFrom', { count: limits.fanMin });
  }
}
