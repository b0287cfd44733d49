import { expect, it } from 'vitest';
import { problemOfJob } from './problem';

it('tells the code of a job’s fault from its words', () => {
  expect(problemOfJob('interrupted')).toMatchObject({ code: 'interrupted', detail: '' });
  expect(problemOfJob('missing_fields: No column gives: a price')).toMatchObject({ code: 'missing_fields', detail: 'No column gives: a price' });
});
