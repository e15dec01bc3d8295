import type { NextLever } from '@podium/contracts'
import { quantile } from '../median.ts'
import type { TeamTraffic } from '../team-usage.ts'
import { cacheHitShare } from '../usage.ts'
import { wilsonLowerBound } from '../wilson.ts'
import { breadthOf, cacheOf, effectiveModels, isCacheJudged, volumeOf } from './parts.ts'
import { pricedOutput } from './priced-output.ts'
import { isEligible, partValues, scoreFrom, scoreOfParts } from './score.ts'
import type { Yardstick } from './score.ts'
import type { PartName } from './weights.ts'

type Lever = NonNullable<NextLever['lever']>
/** Something a team can do next, and the value that the part of its score would then have. */
type Step = Pick<Lever, 'current' | 'target' | 'unit'> & { kind: PartName; value: number }

/** The realistic step that is worth most; `null` where none is worth anything. */
export function nextLever(team: TeamTraffic, yardstick: Yardstick): Lever | null {
  if (!isEligible(team)) return qualify(team)
  const values = partValues(team, yardstick)
  const now = scoreOfParts(values).total
  const [best] = steps(team, yardstick)
    .map(({ value, ...step }) => ({
      ...step,
      gain_pts: scoreOfParts({ ...values, [step.kind]: value }).total - now,
    }))
    .filter(({ gain_pts: gain }) => gain > 0.005)
    .toSorted((a, b) => b.gain_pts - a.gain_pts)
  return best ?? null
}

function qualify({ counters }: TeamTraffic): Lever {
  const { requests, completionTokens } = counters
  return requests < scoreFrom.requests
    ? {
        kind: 'qualify',
        gain_pts: null,
        current: requests,
        target: scoreFrom.requests,
        unit: 'requests',
      }
    : {
        kind: 'qualify',
        gain_pts: null,
        current: completionTokens,
        target: scoreFrom.completion_tokens,
        unit: 'tokens',
      }
}

function steps(team: TeamTraffic, by: Yardstick): Step[] {
  return [
    efficiency(team, by),
    reliability(team),
    volume(team, by),
    cache(team, by),
    breadth(team),
  ].filter((step) => step !== null)
}

/** As good as the middle of the board; from there, as its best quarter. */
function efficiency({ models }: TeamTraffic, { field, termsOf }: Yardstick): Step | null {
  const priced = pricedOutput(models, termsOf)
  if (priced === null) return null
  const now = field.shrink(priced)
  const next = [0.5, 0.75]
    .map((share) => quantile(field.sorted, share))
    .find((at) => at !== null && at > now)
  const value = next === undefined || next === null ? null : field.place(next)
  if (next === undefined || next === null || value === null) return null
  // What it takes before it is drawn towards the others: the reverse of `shrink`, which is linear in output.
  const perToken =
    field.shrink({ output: 1, usd: priced.usd }) - field.shrink({ output: 0, usd: priced.usd })
  const output = priced.output + (next - now) / perToken
  const unit = 'tokens_per_usd'
  return {
    kind: 'efficiency',
    value,
    current: priced.output / priced.usd,
    target: output / priced.usd,
    unit,
  }
}

/** Half of the failures less. */
function reliability({ counters }: TeamTraffic): Step | null {
  const { successes, failures, requests } = counters
  if (failures === 0) return null
  const value = wilsonLowerBound(successes + failures / 2, requests)
  if (value === null) return null
  const percent = (count: number) => (100 * count) / requests
  const target = percent(successes + failures / 2)
  return { kind: 'reliability', value, current: percent(successes), target, unit: 'percent' }
}

/** Twice as much, and never beyond par. */
function volume({ counters }: TeamTraffic, { par }: Yardstick): Step {
  const current = counters.completionTokens
  const target = Math.ceil(Math.max(current, Math.min(par, 2 * current)))
  return { kind: 'volume', value: volumeOf(target, par), current, target, unit: 'tokens' }
}

/** A fifth of the prompt more from the cache. */
function cache(team: TeamTraffic, { termsOf }: Yardstick): Step | null {
  const current = cacheHitShare(team, termsOf)
  if (current === null || !isCacheJudged(team.models, termsOf)) return null
  const target = Math.max(current, Math.min(0.6, current + 0.2))
  return { kind: 'cache', value: cacheOf(target), current, target, unit: 'share' }
}

/** One model more, used like the others. */
function breadth({ models }: TeamTraffic): Step {
  const current = effectiveModels(models)
  const target = Math.max(current, Math.min(4, Math.floor(current) + 1))
  return { kind: 'breadth', value: breadthOf(target), current, target, unit: 'models' }
}
