export type ProblemError = { path: string; code: string; message: string };

/** What the API says when it refuses (RFC 9457), or what stands for it when no answer came at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: ProblemError[] = [],
  ) {
    super(detail || code);
    this.name = 'Problem';
  }
}

type ProblemBody = { code?: string; detail?: string; title?: string; errors?: ProblemError[] };

/** The problem in a refused answer's body; bodies that are no problem keep at least the status. */
export function problemOf(status: number, body: unknown): Problem {
  const said: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  return new Problem(status, said.code ?? `http_${status}`, said.detail ?? said.title ?? '', said.errors ?? []);
}

/** Any thrown thing as a problem: a failed fetch carries no status and means that the server cannot be reached. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return new Problem(0, 'unreachable', '');
  return new Problem(0, 'unexpected', error instanceof Error ? error.message : String(error));
}

/** What a job left behind of its fault: a code, and where there is more to say, a colon and the words. */
export function problemOfJob(error: string): Problem {
  const [, code = error, detail = ''] = /^(\w+): (.*)$/s.exec(error) ?? [];
  return new Problem(0, code, detail);
}
