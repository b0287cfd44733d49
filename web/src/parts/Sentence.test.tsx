import { render } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { speak, startLanguage } from '../i18n';
import { Sentence } from './Sentence';

beforeAll(() => startLanguage('en'));

it('counts in words and figures, in both languages', async () => {
  const one = render(<Sentence of="customers.answer" count={1} />);
  expect(one.container.textContent).toBe('1 customer matches.');
  const many = render(<Sentence of="customers.answer" count={2359} />);
  expect(many.container.innerHTML).toBe('<strong>2,359</strong> customers match.');
  await speak('zh');
  const chinese = render(<Sentence of="customers.answer" count={2359} />);
  expect(chinese.container.textContent).toBe('符合条件的客户 2,359 位。');
});
