import { expect, it } from 'vitest';
import { freshnessState } from './freshness';

const now = { building: false, ageSeconds: 1.5, behind: 0 };

it('is fresh while the host follows, and says when it catches up', () => {
  expect(freshnessState(now, 10)).toBe('fresh');
  expect(freshnessState({ ...now, behind: 3 }, 0)).toBe('behind');
  expect(freshnessState({ building: true, ageSeconds: null, behind: 9 }, 0)).toBe('building');
});

it('warns of figures older than a minute, whoever is to blame', () => {
  expect(freshnessState({ ...now, ageSeconds: 61, behind: 3 }, 0)).toBe('stale');
  expect(freshnessState(now, 59)).toBe('stale');
});
