import type { DayActivity } from '@podium/litellm-client'
import { expect, test } from 'vitest'
import { attributeDay, type Hints } from '../../src/ledger/attribute-day.ts'
import type { Cell } from '../../src/domain/cell.ts'
import { takeTurn, teamsToAsk } from '../../src/ledger/teams-to-ask.ts'
import { day, key, team, tokens } from '../support/activity.ts'
import { cell } from '../support/ledger/cells.ts'

const none = { requests: 0, successes: 0, spendUsd: 0 }
const some = (promptTokens: number) => ({ ...tokens(promptTokens), ...none })
const known = (name: string, promptTokens: number): Cell => cell(name, promptTokens, none)

const placed = (activity: DayActivity, hints: Hints) =>
  [...attributeDay(activity, hints)].map((each) => [
    each.teamId,
    each.model,
    each.key,
    each.counters.promptTokens,
  ])

const moved = day([team('red', [key('moved', some(30))]), team('blue', [key('moved', some(4))])], {
  large: [key('moved', some(24))],
  small: [key('moved', some(10))],
})

test('what was proven once stays proven, and only the rest is unclear', () => {
  const hints = { known: [known('red large moved', 20), known('blue small moved', 1)] }
  expect(placed(moved, hints)).toEqual([
    ['red', 'large', 'moved', 20],
    ['red', 'other', 'moved', 10],
    ['blue', 'small', 'moved', 1],
    ['blue', 'other', 'moved', 3],
  ])
})

test('a team that was asked alone has what it answered, whatever the common answer says', () => {
  const alone = day([team('red', [key('moved', some(31)), key('', some(2))])], {
    large: [key('moved', some(22))],
    small: [key('moved', some(9)), key('', some(2))],
  })
  expect(placed(moved, { own: new Map([['red', alone]]) })).toEqual([
    ['red', 'large', 'moved', 22],
    ['red', 'small', 'moved', 9],
    ['red', 'small', '', 2],
    ['blue', 'other', 'moved', 4],
  ])
})

test('keys that were cut off keep what they had, out of the rest of their team', () => {
  const cut = day([team('red', [key('k1', some(50))], some(90))], { large: [key('k1', some(50))] })
  const hints = {
    known: [known('red large k2', 30), known('red other other', 7)],
    isTruncated: true,
  }
  expect(placed(cut, hints)).toEqual([
    ['red', 'large', 'k1', 50],
    ['red', 'large', 'k2', 30],
    ['red', 'other', 'other', 10],
  ])
})

test('where lists are cut a key may have owners that are not shown: its rows must be all of it', () => {
  const cut = day([team('red', [key('k1', some(50)), key('k2', some(5))])], {
    large: [key('k1', some(49)), key('k2', some(5))],
  })
  expect(placed(cut, { isTruncated: true })).toEqual([
    ['red', 'other', 'k1', 50],
    ['red', 'large', 'k2', 5],
  ])
})

test('a whole that became less than was known of it is borne by the last', () => {
  const hints = { known: [known('red large moved', 25), known('red small moved', 25)] }
  expect(placed(moved, hints).slice(0, 2)).toEqual([
    ['red', 'large', 'moved', 25],
    ['red', 'small', 'moved', 5],
  ])
})

test('names that are called like the rest are one cell with it', () => {
  const activity = day([team('red', [key('k1', some(50))])], { other: [key('k1', some(20))] })
  expect(placed(activity, {})).toEqual([['red', 'other', 'k1', 50]])
})

test('only teams with an unclear part in a shared key are asked, and none that cannot be', () => {
  const shared = (teamId: string | null) => team(teamId, [key('moved', some(5)), key('', some(1))])
  const activity = day(
    [...['red', 'blue', 'a,b', null].map(shared), team('own', [key('k1', some(9))])],
    {},
  )
  expect(teamsToAsk(activity, [])).toEqual(['blue', 'red'])
  expect(teamsToAsk(activity, [known('blue large moved', 5)])).toEqual(['red'])
  // It says less now than was known: one of the parts must have become less.
  expect(teamsToAsk(activity, [known('blue large moved', 6)])).toEqual(['blue', 'red'])
})

test('everyone has a turn', () => {
  const teams = ['a', 'b', 'c', 'd']
  expect(takeTurn(teams, null, 3)).toEqual(['a', 'b', 'c'])
  expect(takeTurn(teams, 'c', 3)).toEqual(['d', 'a', 'b'])
  expect(takeTurn(teams, 'bb', 1)).toEqual(['c'])
  expect(takeTurn(teams, 'z', 9)).toEqual(teams)
  expect(takeTurn([], 'a')).toEqual([])
})
