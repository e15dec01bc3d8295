import { expect, it, test } from 'vitest'
import { badgesOf, type BadgeInput } from '../../../src/analytics/teams/badges.ts'
import { hasComeback, hasSteadyHand } from '../../../src/analytics/teams/streaks.ts'
import { terms, trafficOf } from '../../support/traffic.ts'

function badges(team: BadgeInput['team'], more: Partial<BadgeInput> = {}) {
  return badgesOf({ team, board: [team], termsOf: terms(), seen: [], climbed: null, ...more })
}
const each = (count: number, some: object) =>
  trafficOf(
    'a',
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, some])),
  )

test('a badge is earned at its threshold and not before', () => {
  expect(badges(each(1, { failures: 5 }))).toEqual([])
  expect(badges(each(1, { successes: 1 }))).toEqual(['first_light'])
  expect(badges(each(1, { successes: 49 }))).not.toContain('ironclad')
  expect(badges(each(1, { successes: 50 }))).toContain('ironclad')
  expect(badges(each(1, { successes: 49, failures: 1 }))).not.toContain('ironclad')
  expect(badges(each(1, { promptTokens: 50_000, cacheReadTokens: 30_000 }))).toContain(
    'cache_craft',
  )
  expect(badges(each(1, { promptTokens: 49_999, cacheReadTokens: 49_999 }))).not.toContain(
    'cache_craft',
  )
  expect(badges(each(4, { successes: 5 }))).toContain('polyglot')
  expect(badges(each(3, { successes: 5 }))).not.toContain('polyglot')
  expect(badges(each(1, {}), { climbed: 5 })).toContain('climber')
  expect(badges(each(1, {}), { climbed: 4 })).not.toContain('climber')
})

test('half of the output from models on somebody’s own machine makes a local hero', () => {
  const team = trafficOf('a', {
    llama: { completionTokens: 2500 },
    gpt: { completionTokens: 2500 },
  })
  expect(badges(team, { termsOf: terms({ llama: { isLocal: true } }) })).toContain('local_hero')
  expect(badges(team)).not.toContain('local_hero')
})

test('light is who spent least and still did as much as the middle', () => {
  const board = [1, 2, 3, 4].map((usd) =>
    trafficOf(`t${usd}`, { gpt: { spendUsd: usd, completionTokens: 100 } }),
  )
  const [light, heavy] = [board[0], board[3]]
  expect(light && badges(light, { board })).toContain('featherweight')
  expect(heavy && badges(heavy, { board })).not.toContain('featherweight')
})

const bucket = (start: number, requests: number, successes: number, width = 1) => ({
  ...{ start, width, requests, successes },
})

it('six slots of ten minutes in a row are a steady hand; quarters prove nothing of slots', () => {
  const slots = [0, 1, 2, 3, 4, 5].map((slot) => bucket(slot * 600 + 60, 1, 1))
  expect(hasSteadyHand(slots)).toBe(true)
  expect(hasSteadyHand(slots.filter((_, index) => index !== 3))).toBe(false)
  expect(hasSteadyHand(slots.map((each) => ({ ...each, width: 15 })))).toBe(false)
})

it('thirty requests that go well after thirty that did not are a comeback', () => {
  expect(hasComeback([bucket(0, 30, 21), bucket(60, 30, 29)])).toBe(true)
  expect(hasComeback([bucket(60, 30, 21), bucket(0, 30, 29)])).toBe(false)
  expect(hasComeback([bucket(0, 30, 22), bucket(60, 30, 30)])).toBe(false)
})
