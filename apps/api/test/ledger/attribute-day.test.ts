import type { DayActivity } from '@podium/litellm-client'
import { expect, test } from 'vitest'
import { attributeDay } from '../../src/ledger/attribute-day.ts'
import { day, key, team, tokens } from '../support/activity.ts'

const placed = (activity: DayActivity) =>
  [...attributeDay(activity)].map((cell) => [
    cell.teamId,
    cell.model,
    cell.key,
    cell.counters.promptTokens,
  ])

test('a key of one team brings its models to that team', () => {
  const activity = day(
    [team('red', [key('k1', tokens(30))]), team('blue', [key('k2', tokens(5))])],
    {
      large: [key('k1', tokens(20)), key('k2', tokens(5))],
      small: [key('k1', tokens(10))],
    },
  )
  // The two halves of k1 are one request each, the whole is one: requests exceed, so nothing is proven.
  expect(placed(activity)).toEqual([
    ['red', 'other', 'k1', 30],
    ['blue', 'large', 'k2', 5],
  ])
})

test('what no model claims stays with the key, what no key claims stays with the team', () => {
  const whole = { ...tokens(100), requests: 9, successes: 9, spendUsd: 1 }
  const ofKey = { ...tokens(60), requests: 5, successes: 5, spendUsd: 0.5 }
  const activity = day([team('red', [key('k1', ofKey)], whole)], { large: [key('k1', tokens(20))] })
  expect(placed(activity)).toEqual([
    ['red', 'large', 'k1', 20],
    ['red', 'other', 'k1', 40],
    ['red', 'other', 'other', 40],
  ])
})

test('a key that two teams used proves nothing about its models', () => {
  const activity = day(
    [team('red', [key('moved', tokens(10))]), team('blue', [key('moved', tokens(4))])],
    { large: [key('moved', tokens(14))] },
  )
  expect(placed(activity)).toEqual([
    ['red', 'other', 'moved', 10],
    ['blue', 'other', 'moved', 4],
  ])
})

test.each(['', 'unattributed', 'litellm_proxy_master_key'])('the key "%s" owns nothing', (name) => {
  const activity = day([team('red', [key(name, tokens(10))])], { large: [key(name, tokens(10))] })
  expect(placed(activity)).toEqual([['red', 'other', name, 10]])
})

test('parts that exceed their team are dropped and the total stays', () => {
  const activity = day([team('red', [key('k1', tokens(50))], tokens(10))], {
    large: [key('k1', tokens(50))],
  })
  expect(placed(activity)).toEqual([['red', 'other', 'other', 10]])
})

test('traffic without a team keeps its keys', () => {
  const activity = day([team(null, [key('k1', tokens(7))])], { large: [key('k1', tokens(7))] })
  expect(placed(activity)).toEqual([[null, 'large', 'k1', 7]])
})
