import { addByAge, createRate, knownMinutes } from '../decay.ts'
import type { TeamMinute } from '../../domain/time-slice.ts'
import type { PollCoverage } from '../../domain/poll-coverage.ts'
import { isCovered } from '../is-covered.ts'

const momentumHalfLife = 5
const runwayHalfLife = 10
/** An hour that weighs, and the half hour that ranks are compared over. */
const reachMinutes = 90

/** How fast teams went lately, by the gateway's id; `null` is not known. */
export type Pace = {
  /** Completion tokens per minute, as it was `ago` minutes before. */
  momentum: (ago: number) => (teamId: string | null) => number | null
  usdPerMinute: (teamId: string | null) => number | null
}

type Input = {
  minutes: readonly TeamMinute[]
  /** Of all models, whatever `minutes` are of. */
  spending: readonly TeamMinute[]
  coverage: PollCoverage | null
  asOf: number
}

export function paceOf({ minutes, spending, coverage, asOf }: Input): Pace {
  const isKnown = knownMinutes(asOf, reachMinutes, (span) => isCovered(coverage, span))
  const completion = byTeam(minutes, asOf, (row) => row.completionTokens)
  const spent = byTeam(spending, asOf, (row) => row.spendUsd)
  const dollars = createRate(runwayHalfLife, isKnown)
  return {
    momentum: (ago) => {
      const rate = createRate(momentumHalfLife, isKnown, ago)
      return (teamId) => rate(completion.get(teamId) ?? still)
    },
    usdPerMinute: (teamId) => dollars(spent.get(teamId) ?? still),
  }
}

const still = new Float64Array(reachMinutes)

function byTeam(
  rows: readonly TeamMinute[],
  asOf: number,
  amountOf: (row: TeamMinute) => number,
): Map<string | null, Float64Array> {
  const amounts = new Map<string | null, Float64Array>()
  for (const row of rows) {
    const own = amounts.get(row.teamId) ?? new Float64Array(reachMinutes)
    amounts.set(row.teamId, own)
    addByAge(own, asOf, { start: row.start, width: row.width, amount: amountOf(row) })
  }
  return amounts
}
