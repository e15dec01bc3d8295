import type { Reporter, TestModule } from 'vitest/node'

export type Counts = { passed: number; failed: number; skipped: number }

/** What every run ends with; a file that cannot be read or an error outside a test is a failure too. */
export function createCountReporter(): { reporter: Reporter; counts: Counts } {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  const reporter: Reporter = {
    onTestRunEnd: (modules: readonly TestModule[], errors) => {
      for (const module of modules) {
        const tests = [...module.children.allTests()]
        for (const test of tests) counts[keyOf(test.result().state)] += 1
        if (!module.ok() && tests.every((test) => test.result().state !== 'failed'))
          counts.failed += 1
      }
      counts.failed += errors.length
    },
  }
  return { reporter, counts }
}

function keyOf(state: 'passed' | 'failed' | 'skipped' | 'pending'): keyof Counts {
  // A test that never ran to its end has not passed.
  return state === 'pending' ? 'failed' : state
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
