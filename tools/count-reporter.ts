import type { FullConfig, FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter';

/**
 * Ends the output with one line of counts. A skipped test fails the run: it would look like one that passed.
 *
 * A class and a default export because Playwright asks for them.
 */
// eslint-disable-next-line no-restricted-exports
export default class CountReporter implements Reporter {
  private tests: TestCase[] = [];

  onBegin(_: FullConfig, suite: Suite) {
    this.tests = suite.allTests();
  }

  async onEnd({ status }: FullResult): Promise<Pick<FullResult, 'status'>> {
    const count = (wanted: (test: TestCase) => boolean) => this.tests.filter(wanted).length;
    const skipped = count((test) => test.outcome() === 'skipped');
    const passed = count((test) => test.outcome() === 'expected');
    const failed = this.tests.length - skipped - passed;
    console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
    return { status: status === 'passed' && skipped ? 'failed' : status };
  }
}
