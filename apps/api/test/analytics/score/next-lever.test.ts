import { expect, it } from 'vitest'
import { nextLever } from '../../../src/analytics/score/next-lever.ts'
import { yardstickOf } from '../../../src/analytics/score/score.ts'
import { terms, trafficOf } from '../../support/traffic.ts'

const usual = {
  completionTokens: 10_000,
  promptTokens: 30_000,
  successes: 50,
  spendUsd: 1,
  cacheReadTokens: 18_000,
}
const broad = (some: typeof usual) =>
  Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((model) => [
      model,
      { ...some, completionTokens: some.completionTokens / 4 },
    ]),
  )

function leverOf(team: ReturnType<typeof trafficOf>) {
  const others = ['x', 'y', 'z'].map((id, index) =>
    trafficOf(id, broad({ ...usual, spendUsd: 1 + index / 10 })),
  )
  const teams = [team, ...others]
  const ofBoard = teams.flatMap(({ models }) => models)
  return nextLever(team, yardstickOf(teams, terms()), ofBoard)
}

it('is to qualify first: requests, then tokens', () => {
  expect(leverOf(trafficOf('a', { gpt: { ...usual, successes: 3 } }))).toMatchObject({
    ...{ kind: 'qualify', current: 3, target: 20, unit: 'requests', gain_pts: null },
  })
  expect(leverOf(trafficOf('a', { gpt: { ...usual, completionTokens: 12 } }))).toMatchObject({
    ...{ kind: 'qualify', current: 12, target: 1000, unit: 'tokens' },
  })
})

it.each([
  ['efficiency', trafficOf('a', broad({ ...usual, spendUsd: 9 })), 'tokens_per_usd'],
  [
    'reliability',
    trafficOf(
      'a',
      Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((model) => [
          model,
          { ...usual, completionTokens: 2500, successes: 10, failures: 90, spendUsd: 0.4 },
        ]),
      ),
    ),
    'percent',
  ],
  ['volume', trafficOf('a', broad({ ...usual, completionTokens: 1000, spendUsd: 0.01 })), 'tokens'],
  ['cache', trafficOf('a', broad({ ...usual, cacheReadTokens: 0, spendUsd: 0.4 })), 'share'],
  ['breadth', trafficOf('a', { a: { ...usual, spendUsd: 0.4, successes: 5000 } }), 'models'],
])('is %s where that is worth most', (kind, team, unit) => {
  const lever = leverOf(team)
  expect(lever).toMatchObject({ kind, unit })
  expect(lever?.gain_pts).toBeGreaterThan(0)
  expect(lever?.target).toBeGreaterThan(lever?.current ?? Infinity)
})

it('is to move work to a cheaper model, of the team’s own where it has one', () => {
  const dear = { ...usual, completionTokens: 9000, spendUsd: 9 }
  const cheap = { ...usual, completionTokens: 1000, spendUsd: 0.1 }
  const lever = leverOf(trafficOf('a', { dear, cheap }))
  expect(lever).toMatchObject({ kind: 'efficiency', model: null })
  expect(lever?.move).toEqual({ from: 'dear', to: 'cheap', share: 2 / 3, saves_usd: 5.4 })
  expect(lever?.target).toBeCloseTo(10_000 / (9.1 - 5.4), 6)
})
