import type { NextLever } from '@podium/contracts'
import type { ModelTotal } from '../../domain/traffic.ts'
import { quantile } from '../median.ts'
import type { TeamTraffic } from '../team-usage.ts'
import { cacheHitShare } from '../usage.ts'
import { wilsonLowerBound } from '../wilson.ts'
import { cheaperMove } from './cheaper-move.ts'
import { breadthOf, cacheOf, effectiveModels, isCacheJudged, volumeOf } from './parts.ts'
import { pricedOutput } from './priced-output.ts'
import { isEligible, partValues, scoreFrom, scoreOfParts } from './score.ts'
import type { Yardstick } from './score.ts'
import type { PartName } from './weights.ts'

type Lever = NonNullable<NextLever['lever']>
/** Something a team can do next, and the value that the part of its score would then have. */
type Step = Omit<Lever, 'gain_pts' | 'kind'> & { kind: PartName; value: number }
/** About no single model. */
const whole = { model: null, move: null }

/** The realistic step that is worth most; `null` where none is worth anything. `ofBoard` is what everybody used. */
export function nextLever(
  team: TeamTraffic,
  yardstick: Yardstick,
  ofBoard: readonly ModelTotal[],
): Lever | null {
  if (!isEligible(team)) return qualify(team)
  const values = partValues(team, yardstick)
  const now = scoreOfParts(values).total
  const [best] = steps(team, yardstick, ofBoard)
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
        ...whole,
      }
    : {
        kind: 'qualify',
        gain_pts: null,
        current: completionTokens,
        target: scoreFrom.completion_tokens,
        unit: 'tokens',
        ...whole,
      }
}

function steps(team: TeamTraffic, by: Yardstick, ofBoard: readonly ModelTotal[]): Step[] {
  return [
    moving(team, by, ofBoard) ?? efficiency(team, by),
    reliability(team),
    volume(team, by),
    cache(team, by),
    breadth(team, ofBoard),
  ].filter((step) => step !== null)
}

/** Most of what a dear model does, done by a cheaper one. */
function moving(
  { models }: TeamTraffic,
  { field, termsOf }: Yardstick,
  ofBoard: readonly ModelTotal[],
): Step | null {
  const priced = pricedOutput(models, termsOf)
  const found = cheaperMove(models, ofBoard, termsOf)
  if (priced === null || found === null) return null
  const { move, after } = found
  const value = field.place(field.shrink(after))
  if (value === null) return null
  return {
    kind: 'efficiency',
    value,
    current: priced.output / priced.usd,
    target: after.output / after.usd,
    unit: 'tokens_per_usd',
    model: null,
    move,
  }
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
    ...whole,
  }
}

/** Half of the failures less. */
function reliability({ counters, models }: TeamTraffic): Step | null {
  const { successes, failures, requests } = counters
  if (failures === 0) return null
  const value = wilsonLowerBound(successes + failures / 2, requests)
  if (value === null) return null
  const percent = (count: number) => (100 * count) / requests
  const target = percent(successes + failures / 2)
  return {
    kind: 'reliability',
    value,
    current: percent(successes),
    target,
    unit: 'percent',
    model: mostOf(models, (each) => each.counters.failures),
    move: null,
  }
}

/** Twice as much, and never beyond par. */
function volume({ counters }: TeamTraffic, { par }: Yardstick): Step {
  const current = counters.completionTokens
  const target = Math.ceil(Math.max(current, Math.min(par, 2 * current)))
  return { kind: 'volume', value: volumeOf(target, par), current, target, unit: 'tokens', ...whole }
}

/** A fifth of the prompt more from the cache. */
function cache(team: TeamTraffic, { termsOf }: Yardstick): Step | null {
  const current = cacheHitShare(team, termsOf)
  if (current === null || !isCacheJudged(team.models, termsOf)) return null
  const target = Math.max(current, Math.min(0.6, current + 0.2))
  const uncached = (each: ModelTotal) =>
    termsOf(each.model).hasCachePrice
      ? each.counters.promptTokens - each.counters.cacheReadTokens
      : 0
  return {
    kind: 'cache',
    value: cacheOf(target),
    current,
    target,
    unit: 'share',
    model: mostOf(team.models, uncached),
    move: null,
  }
}

/** One model more, used like the others. */
function breadth({ models }: TeamTraffic, ofBoard: readonly ModelTotal[]): Step {
  const current = effectiveModels(models)
  const target = Math.max(current, Math.min(4, Math.floor(current) + 1))
  const own = new Set(models.map(({ model }) => model))
  const others = ofBoard.filter(({ model }) => !own.has(model))
  return {
    kind: 'breadth',
    value: breadthOf(target),
    current,
    target,
    unit: 'models',
    model: mostOf(others, (each) => each.counters.successes),
    move: null,
  }
}

/** The name of the model that has most of something; `null` where none has any. */
function mostOf(rows: readonly ModelTotal[], amountOf: (row: ModelTotal) => number): string | null {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(row.model, (sums.get(row.model) ?? 0) + amountOf(row))
  const [most] = [...sums].toSorted(([, a], [, b]) => b - a)
  return most !== undefined && most[1] > 0 ? most[0] : null
}
