import type { RaceLine } from '@podium/contracts'
import { expect, test } from 'vitest'
import { labelPlaces } from '../../../src/features/race/label-places.ts'
import { racePicture } from '../../../src/features/race/race-picture.ts'
import { valueTicks } from '../../../src/features/race/value-ticks.ts'
import { boardRow } from '../../support/board.ts'

const at = [0, 10, 20, 30].map((minute) => new Date(minute * 60_000).toISOString())
const frame = { width: 300, height: 100, labelHeight: 10 }
const line = (name: string, values: (number | null)[], untimed: number[] = []): RaceLine => ({
  team: boardRow(name, 1).team,
  rank: 1,
  values,
  untimed,
})
const draw = (...lines: RaceLine[]) =>
  racePicture({ at, lines, mine: 't_mine', isSum: true }, frame)

test('time goes right and values go up, from zero to a round number', () => {
  const { curves, ticks, times } = draw(line('a', [0, 10, 20, 40]))
  expect(curves[0]).toMatchObject({
    solid: 'M0 100L0 100L100 75L200 50L300 0',
    dotted: '',
    end: { x: 300, y: 0 },
    value: 40,
  })
  expect(ticks).toEqual([
    { value: 0, y: 100 },
    { value: 10, y: 75 },
    { value: 20, y: 50 },
    { value: 30, y: 25 },
    { value: 40, y: 0 },
  ])
  expect(times.map(({ x }) => x)).toEqual([0, 100, 200, 300])
})

test('what has no known time joins in a dotted step, and the line goes on from there', () => {
  const { curves } = draw(line('a', [0, 10, 30, 40], [2]))
  expect(curves[0]).toMatchObject({
    solid: 'M0 100L0 100L100 75M200 25L300 0',
    dotted: 'M100 75L200 25',
  })
})

test('a line begins where the team is ranked, and a team that never is has none', () => {
  const { curves } = draw(
    line('late', [null, null, 20, 40]),
    line('never', [null, null, null, null]),
  )
  expect(curves.map(({ team, solid }) => [team.name, solid])).toEqual([
    ['late', 'M200 50L200 50L300 0'],
  ])
})

test('the own team is told apart', () => {
  const { curves } = draw(line('mine', [1, 1, 1, 1]), line('other', [1, 1, 1, 1]))
  expect(curves.map(({ isMine }) => isMine)).toEqual([true, false])
})

test('names keep their order and their distance, and stay inside', () => {
  expect(labelPlaces([50, 20, 90], frame)).toEqual([50, 20, 90])
  expect(labelPlaces([50, 50, 51], frame)).toEqual([50, 60, 70])
  expect(labelPlaces([100, 99, 98], frame)).toEqual([100, 90, 80])
})

test('ticks are round numbers; scores do not begin at zero', () => {
  expect(valueTicks([1, 3_640_000], true)).toEqual([0, 1_000_000, 2_000_000, 3_000_000, 4_000_000])
  expect(valueTicks([80.2, 91.9], false)).toEqual([80, 85, 90, 95])
  expect(valueTicks([], true)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(valueTicks([50, 50], false)[0]).toBeLessThanOrEqual(50)
  expect(valueTicks([0.002, 0.0047], true).at(-1)).toBeGreaterThanOrEqual(0.0047)
})
