import type { NextLever } from '@podium/contracts'
import { roundUsd } from '../../domain/dollars.ts'
import type { ModelTotal } from '../../domain/traffic.ts'
import type { Terms } from '../prices.ts'
import { pricedOutput, type PricedOutput } from './priced-output.ts'

type Move = NonNullable<NonNullable<NextLever['lever']>['move']>
type Priced = { model: string; output: number; usd: number; usdPerToken: number }

/** Never all of it: something has chosen the dear model. */
const share = 2 / 3
/** Less output says nothing of what a model costs. */
const leastOutput = 1000
/** So much cheaper that it is worth the work. */
const worthIt = 0.8

/**
 * Which of a team's models to take work from, and which to give it to: one of its own where that is cheaper, else the
 * cheapest of the board. `null` where nothing is cheaper.
 */
export function cheaperMove(
  own: readonly ModelTotal[],
  ofBoard: readonly ModelTotal[],
  termsOf: Terms,
): { move: Move; after: PricedOutput } | null {
  const mine = pricedModels(own, termsOf)
  const places = [mine, pricedModels(ofBoard, termsOf)]
  for (const others of places) {
    const to = others.toSorted((a, b) => a.usdPerToken - b.usdPerToken)[0]
    if (to === undefined) continue
    const saving = (from: Priced) => share * from.output * (from.usdPerToken - to.usdPerToken)
    const [from] = mine
      .filter(({ usdPerToken }) => to.usdPerToken < worthIt * usdPerToken)
      .toSorted((a, b) => saving(b) - saving(a))
    if (from === undefined) continue
    const whole = pricedOutput(own, termsOf) ?? { output: 0, usd: 0 }
    const saves = saving(from)
    return {
      move: { from: from.model, to: to.model, share, saves_usd: roundUsd(saves) },
      after: { output: whole.output, usd: whole.usd - saves },
    }
  }
  return null
}

function pricedModels(models: readonly ModelTotal[], termsOf: Terms): Priced[] {
  return [...Map.groupBy(models, ({ model }) => model)].flatMap(([model, rows]) => {
    const priced = pricedOutput(rows, termsOf)
    if (priced === null || priced.output < leastOutput) return []
    return [{ model, ...priced, usdPerToken: priced.usd / priced.output }]
  })
}
