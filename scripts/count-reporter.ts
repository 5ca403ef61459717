import type { Reporter, TestModule } from 'vitest/node'

/** Closes the run with one plain line: how many tests passed and failed. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    for (const m of modules) {
      // a file that could not be loaded is a failure of its own
      if (m.errors().length > 0) failed++
      for (const t of m.children.allTests()) {
        const { state } = t.result()
        if (state === 'passed') passed++
        else if (state === 'failed') failed++
      }
    }
    console.log(`${passed} passed, ${failed} failed`)
  }
}
