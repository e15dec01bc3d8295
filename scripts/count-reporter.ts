import type { Reporter, TestCase, TestModule } from 'vitest/node'

export type Counts = { passed: number; failed: number; skipped: number }

export type Outcome = {
  counts: Counts
  /** A line for each test that failed, or passed only when it was tried again. */
  remarks: string[]
}

/** What every run ends with; a file that cannot be read or an error outside a test is a failure too. */
export function createCountReporter(): { reporter: Reporter; outcome: Outcome } {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  const remarks: string[] = []

  function count(test: TestCase): void {
    const key = keyOf(test.result().state)
    counts[key] += 1
    if (key === 'failed') remarks.push(`failed: ${nameOf(test)}`)
    else if (test.diagnostic()?.flaky === true)
      remarks.push(`passed only when tried again: ${nameOf(test)}`)
  }
  const reporter: Reporter = {
    onTestRunEnd: (modules: readonly TestModule[], errors) => {
      for (const module of modules) {
        const tests = [...module.children.allTests()]
        for (const test of tests) count(test)
        if (!module.ok() && tests.every((test) => test.result().state !== 'failed')) {
          counts.failed += 1
          remarks.push(`failed: ${module.project.name} ${module.relativeModuleId}`)
        }
      }
      counts.failed += errors.length
      remarks.push(...errors.map(({ message }) => `failed outside a test: ${message}`))
    },
  }
  return { reporter, outcome: { counts, remarks } }
}

function keyOf(state: 'passed' | 'failed' | 'skipped' | 'pending'): keyof Counts {
  // A test that never ran to its end has not passed.
  return state === 'pending' ? 'failed' : state
}

const nameOf = ({ project, module, fullName }: TestCase) =>
  `${project.name} ${module.relativeModuleId} > ${fullName}`

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
