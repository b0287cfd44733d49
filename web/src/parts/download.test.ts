import { expect, it } from 'vitest';
import { csv } from './download';

it('quotes what needs quoting and leaves numbers alone', () =>
  expect(csv([['a,b', 'say "hi"', 1.5, null], ['x', '', -2, 0]])).toBe('"a,b","say ""hi""",1.5,\r\nx,,-2,0\r\n'));

it('fences text that a spreadsheet would run', () => expect(csv([['=1+1', '-x', '@y']])).toBe("'=1+1,'-x,'@y\r\n"));
