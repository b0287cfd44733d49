import type { ParseKeys } from 'i18next';
import { Trans } from 'react-i18next';

type Props = { of: ParseKeys; values?: Record<string, string | number>; count?: number };

/** A sentence whose figures stand out: the words mark them with <b>. */
export function Sentence({ of, values, count }: Props) {
  // One key stands for all in the types: their union is more than the checker will spell out.
  return <Trans i18nKey={of as 'overview.answerAlone'} values={values} count={count} components={{ b: <strong /> }} />;
}
