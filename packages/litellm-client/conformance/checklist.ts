import { inspect, isDeepStrictEqual } from 'node:util'
import { type Counters, differences } from './cells.ts'

export interface Check {
  area: string
  name: string
  /** Empty when the check passed. */
  problems: readonly string[]
}

/** Collects what was checked; a check that throws has failed, and the next one still runs. */
export class Checklist {
  readonly checks: Check[] = []
  readonly remarks: { area: string; text: string }[] = []
  #area = ''

  area(name: string): void {
    this.#area = name
  }

  /** What the gateway itself does differently, with the reason: printed, not counted. */
  remark(text: string): void {
    this.remarks.push({ area: this.#area, text })
  }

  problems(name: string, problems: readonly string[]): void {
    this.checks.push({ area: this.#area, name, problems })
  }

  equal(name: string, found: unknown, expected: unknown): void {
    const same = isDeepStrictEqual(found, expected)
    this.problems(name, same ? [] : [`found ${show(found)}, expected ${show(expected)}`])
  }

  cells(
    name: string,
    found: ReadonlyMap<string, Counters>,
    expected: ReadonlyMap<string, Counters>,
    ignored: readonly (keyof Counters)[] = [],
  ): void {
    // Nothing equals nothing, and shows nothing.
    const empty = expected.size === 0 ? ['nothing was expected: the comparison is empty'] : []
    this.problems(`${name} (${expected.size} cells)`, [
      ...empty,
      ...differences(expected, found, ignored),
    ])
  }

  /** Runs one piece of the suite; what it throws is a failed check of this name. */
  async attempt(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await run()
    } catch (error) {
      this.problems(name, [
        error instanceof Error ? `${error.name}: ${error.message}` : show(error),
      ])
    }
  }

  get failed(): Check[] {
    return this.checks.filter((check) => check.problems.length > 0)
  }
}

function show(value: unknown): string {
  const text = inspect(value, { depth: 8, breakLength: Infinity, maxArrayLength: 20 })
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
