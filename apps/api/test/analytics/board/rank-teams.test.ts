import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { budgetOf } from '../../../src/analytics/board/budget.ts'
import { rankTeams, type Contender } from '../../../src/analytics/board/rank-teams.ts'
import { trafficBefore } from '../../../src/analytics/board/placing.ts'
import { usageOf } from '../../../src/analytics/usage.ts'
import { terms, trafficOf, type counted } from '../../support/traffic.ts'

function contender(teamId: string, some: Parameters<typeof counted>[0]): Contender {
  const { models } = trafficOf(teamId, { gpt: some })
  return { teamId, usage: usageOf(models, terms()), momentum: null, score: null }
}
const order = (teams: readonly Contender[], measure: Parameters<typeof rankTeams>[1]) =>
  rankTeams(teams, measure).ranked.map(({ teamId }) => teamId)

test('between equals the more reliable is first, then the cheaper, then the id', () => {
  const same = { completionTokens: 100, successes: 10, spendUsd: 1 }
  const teams = [
    contender('d', { ...same, spendUsd: 2 }),
    contender('c', same),
    contender('b', same),
    contender('a', { ...same, failures: 1 }),
  ]
  expect(order(teams, 'tokens')).toEqual(['b', 'c', 'd', 'a'])
})

test('who cannot be ranked stands apart', () => {
  const teams = [
    contender('free', { completionTokens: 900 }),
    contender('paid', { completionTokens: 1, spendUsd: 1 }),
  ]
  expect(order(teams, 'efficiency')).toEqual(['paid'])
  expect(rankTeams(teams, 'efficiency').unranked.map(({ teamId }) => teamId)).toEqual(['free'])
})

test('the order of the rows never matters', () => {
  const teams = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }), tokens: fc.nat(3), successes: fc.nat(2) }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(teams, (list) => {
      const all = list.map(({ id, tokens, successes }) =>
        contender(id, { completionTokens: tokens, successes }),
      )
      expect(order(all, 'tokens')).toEqual(order(all.toReversed(), 'tokens'))
    }),
  )
})

test('before is now without what came since, and who came since was not there', () => {
  const now = [
    trafficOf('a', { gpt: { successes: 5 }, llama: { successes: 2 } }),
    trafficOf('b', { gpt: { successes: 3 } }),
  ]
  const since = [
    trafficOf('a', { llama: { successes: 2 } }),
    trafficOf('b', { gpt: { successes: 3 } }),
  ]
  expect(trafficBefore(now, since)).toEqual([trafficOf('a', { gpt: { successes: 5 } })])
})

it.each([
  ['at the present pace', 10, 4, 0.5, 12],
  ['over', 10, 11, 0.5, 0],
  ['without spending', 10, 4, 0, null],
  ['without a limit', null, 4, 0.5, null],
  ['unknown pace', 10, 4, null, null],
])('a budget lasts: %s', (_, maxBudgetUsd, spendUsd, pace, minutes) => {
  const team = {
    maxBudgetUsd,
    spendUsd,
    budgetDuration: '30d',
    budgetResetAt: '2026-12-01T00:00:00',
  }
  expect(budgetOf(team, pace)).toMatchObject({
    runway_minutes: minutes,
    resets_at: '2026-12-01T00:00:00.000Z',
  })
})
