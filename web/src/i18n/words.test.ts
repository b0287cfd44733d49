import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zh } from './zh';

type Tree = { [key: string]: string | Tree };
function leaves(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...leaves(value, `${path}${key}.`)]),
  );
}
const english = leaves(en);
const chinese = leaves(zh as Tree);
const gaps = (text: string) => [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].sort();

describe('the two languages', () => {
  it('have the same keys', () => {
    const keys = [...english.keys()].filter((key) => !key.endsWith('_one'));
    expect([...chinese.keys()].sort()).toEqual(keys.sort());
  });

  it('fill the same gaps', () => {
    for (const [key, text] of chinese) expect([key, gaps(text)]).toEqual([key, gaps(english.get(key) ?? '')]);
  });

  it('leave nothing empty and shout at nobody', () => {
    for (const [key, text] of [...english, ...chinese]) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      expect([key, /[!！]/.test(text)]).toEqual([key, false]);
    }
  });

  it('are each in their own tongue', () => {
    for (const [key, text] of english) if (key !== 'shell.chinese') expect([key, /[\u3400-\u9fff]/.test(text)]).toEqual([key, false]);
  });
});
