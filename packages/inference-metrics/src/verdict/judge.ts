import { assess, type Assessment } from './assess.ts'
import type { ModelTick } from './model-tick.ts'
import { verdictStates, type Goals, type Verdict, type VerdictState } from './verdict.ts'

/** A verdict with what is needed to judge the next tick. */
export type Standing = {
  at: number
  verdict: Verdict
  /** Another state, how often in a row it has held, and since when. */
  candidate: { state: VerdictState; count: number; since: number } | null
}

/** How many evaluations in a row a state must hold: bad news is taken sooner than good. */
const [forWorse, forBetter] = [3, 6]

/**
 * The verdict after the last tick of a history, oldest first; ticks that `before` has seen are not judged again. `null` only
 * without a tick. Pure: the same history gives the same verdict.
 */
export function judge(
  history: readonly ModelTick[],
  goals: Goals,
  before: Standing | null = null,
): Standing | null {
  let standing = before
  for (const [index, { at }] of history.entries()) {
    if (standing !== null && at <= standing.at) continue
    standing = next(standing, at, assess(history.slice(0, index + 1), goals))
  }
  return standing
}

function next(before: Standing | null, at: number, found: Assessment): Standing {
  if (before === null) return { at, verdict: found, candidate: null }
  const { verdict, candidate } = before
  if (found.state === verdict.state)
    return { at, verdict: { ...found, since: verdict.since }, candidate: null }
  // Nothing is carried over a time without scrapes, so what follows it is a first verdict.
  if (['down', 'saturated'].includes(found.state) || verdict.state === 'down')
    return { at, verdict: found, candidate: null }
  const held =
    candidate?.state === found.state
      ? { ...candidate, count: candidate.count + 1 }
      : { state: found.state, count: 1, since: found.since }
  if (held.count >= neededFor(found.state, verdict.state))
    return { at, verdict: { ...found, since: held.since }, candidate: null }
  return { at, verdict, candidate: held }
}

function neededFor(state: VerdictState, standing: VerdictState): number {
  return verdictStates.indexOf(state) < verdictStates.indexOf(standing) ? forWorse : forBetter
}
