import { expect, it } from 'vitest';
import type { ExportColumn } from '../../api/types';
import { allSet, asked, chosen, moved, toggled, usual } from './columnOrder';

const column = (key: string, isDefault = true): ExportColumn => ({ key, name: { zh: key, en: key }, value: 'text', isPersonal: false, isDefault });
const columns = [column('a'), column('b'), column('c', false)];

it('begins with the usual columns, which need not be named', () => {
  expect(chosen(usual(columns))).toEqual(['a', 'b']);
  expect(asked(usual(columns), columns)).toEqual([]);
});

it('names the columns once they or their order are others', () => {
  expect(asked(toggled(usual(columns), 'c'), columns)).toEqual(['a', 'b', 'c']);
  expect(asked(moved(usual(columns), 'b', -1), columns)).toEqual(['b', 'a']);
  expect(asked(allSet(usual(columns), false), columns)).toEqual([]);
});

it('keeps a column at the end where it is', () => {
  const first = usual(columns);
  expect(moved(first, 'a', -1)).toEqual(first);
  expect(moved(first, 'c', 1)).toEqual(first);
  expect(moved(first, 'nowhere', 1)).toEqual(first);
  expect(moved(first, 'a', 1).map(({ key }) => key)).toEqual(['b', 'a', 'c']);
});
