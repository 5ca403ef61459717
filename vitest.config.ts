import { defineConfig } from 'vitest/config'

/** Tests of code that keeps nothing between calls and touches no process: loading it anew for each file took a third of their time. */
const PURE = ['dialogue', 'engine', 'read', 'report', 'rules', 'score', 'statements', 'suppress', 'text'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    reporters: ['default', './scripts/count-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // much of the time goes into waiting for processes and pages
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
})
