import { expect, test } from 'vitest'
import { latestOvertakes, overtakesBetween } from '../../../src/features/wall/overtakes.ts'
import { boardRow } from '../../support/board.ts'

const places = (...names: string[]) =>
  names.map((name, index) => ({ rank: index + 1, team: boardRow(name, 1).team }))
const told = (before: ReturnType<typeof places>, after: ReturnType<typeof places>) =>
  overtakesBetween(before, after, 0).map(
    ({ team, passed, rank }) => `${team.name} passes ${passed.name}: ${rank}`,
  )

test('who rose has passed the best of those that are behind now', () => {
  expect(told(places('a', 'b', 'c', 'd'), places('a', 'd', 'b', 'c'))).toEqual(['d passes b: 2'])
  expect(told(places('a', 'b'), places('b', 'a'))).toEqual(['b passes a: 1'])
})

test('who comes or goes passes nobody, and who falls does not either', () => {
  expect(told(places('a', 'b'), places('new', 'a', 'b'))).toEqual([])
  expect(told(places('gone', 'a', 'b'), places('a', 'b'))).toEqual([])
  expect(told([], places('a', 'b'))).toEqual([])
})

test('news are of ten minutes, the newest of each team first', () => {
  const [a, b] = places('a', 'b').map(({ team }) => team)
  if (a === undefined || b === undefined) throw new Error('two teams')
  const old = { at: 0, team: a, passed: b, rank: 1 }
  const newer = { at: 300_000, team: a, passed: b, rank: 2 }
  const other = { at: 400_000, team: b, passed: a, rank: 1 }
  expect(latestOvertakes([newer, old], [other], 400_000)).toEqual([other, newer])
  expect(latestOvertakes([newer, old], [other], 950_000)).toEqual([other])
})
