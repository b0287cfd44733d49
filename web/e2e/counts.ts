import type { FullConfig, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Ends the run with one line that the Makefile adds up. */
export default class Counts implements Reporter {
  private readonly outcomes = new Map<TestCase, TestResult['status']>();

  onBegin(_config: FullConfig) {
    this.outcomes.clear();
  }

  onTestEnd(test: TestCase, result: TestResult) {
    this.outcomes.set(test, result.status);
    if (result.status === 'skipped') process.stdout.write(`skipped ${test.titlePath().join(' › ')}\n`);
  }

  onEnd() {
    const statuses = [...this.outcomes.values()];
    const passed = statuses.filter((status) => status === 'passed').length;
    const skipped = statuses.filter((status) => status === 'skipped').length;
    process.stdout.write(`${passed} passed, ${statuses.length - passed - skipped} failed, ${skipped} skipped\n`);
  }

  printsToStdio() {
    return true;
  }
}
