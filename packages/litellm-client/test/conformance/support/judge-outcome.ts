import { isDeepStrictEqual } from 'node:util'
import type { Cell } from '../../../conformance/cells.ts'
import { LiteLLMError } from '../../../src/index.ts'
import type { Answers, Settled } from './ask-all.ts'
import { disagreements } from './disagreements.ts'
import type { Outcome, Outcomes } from './fault-outcomes.ts'

interface Measure {
  outcomes: Outcomes
  clean: Answers
  ledger: readonly Cell[]
}

/** One line for each question whose outcome is not the one that was named. */
export function judge(found: Answers, { outcomes, clean, ledger }: Measure): string[] {
  const judged: [string, Settled<unknown> | undefined, Outcome, Settled<unknown> | undefined][] = [
    ['activity', found.activity, outcomes.activity, clean.activity],
    ['teams', found.teams, outcomes.teams, clean.teams],
    ['prices', found.prices, outcomes.prices, clean.prices],
    ['logs', found.logs, outcomes.logs, clean.logs],
    ['key', found.key, outcomes.key, clean.key],
  ]
  const { activity } = found
  const isExact = outcomes.activity === 'exact'
  return [
    ...(isExact && 'value' in activity ? disagreements(activity.value, ledger) : []),
    ...judged.flatMap(([question, answer, outcome, before]) => {
      if (answer === undefined) return []
      const problem =
        'error' in answer
          ? judgeError(answer.error, outcome)
          : judgeValue(answer.value, outcome, before)
      return problem === undefined ? [] : [`${question}: ${problem}`]
    }),
  ]
}

function judgeError(error: unknown, outcome: Outcome): string | undefined {
  if (!(error instanceof LiteLLMError)) return `a foreign error, ${String(error)}`
  const kinds: readonly string[] = typeof outcome === 'string' ? [outcome] : outcome
  return kinds.includes(error.kind)
    ? undefined
    : `${error.kind} (${error.message}), not ${kinds.join(' or ')}`
}

function judgeValue(value: unknown, outcome: Outcome, clean: Settled<unknown> | undefined) {
  if (outcome === 'exact' || outcome === 'answers') return undefined
  if (outcome !== 'same') return `an answer, not ${String(outcome)}`
  return isDeepStrictEqual({ value }, clean) ? undefined : 'another answer than without the fault'
}
