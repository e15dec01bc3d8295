import { expect, test } from 'vitest'
import { dwellMsOf, scenesOf } from '../../../src/features/wall/scenes.ts'
import { nextSize, sizeOf } from '../../../src/features/wall/wall-size.ts'

const nothing = { hasRace: false, hasModels: false, hasEngines: false }
const board = (teams: number, rows: number) =>
  scenesOf({ ...nothing, teams }, rows).map((scene) => 'from' in scene && scene.from)

test('the board has as many pages as it needs, the last of them full, and three at most', () => {
  expect(board(0, 10)).toEqual([0])
  expect(board(10, 10)).toEqual([0])
  expect(board(12, 10)).toEqual([0, 2])
  expect(board(12, 6)).toEqual([0, 6])
  expect(board(200, 8)).toEqual([0, 8, 16])
})

test('what exists follows in its order', () => {
  const all = { teams: 3, hasRace: true, hasModels: true, hasEngines: true }
  const kinds = scenesOf(all, 10).map(({ kind }) => kind)
  expect(kinds).toEqual(['board', 'race', 'models', 'engines'])
})

test('how long a scene stays can be asked for, within reason', () => {
  expect(dwellMsOf({})).toBe(20_000)
  expect(dwellMsOf({ dwell: '45' })).toBe(45_000)
  expect(dwellMsOf({ dwell: '0' })).toBe(5000)
  expect(dwellMsOf({ dwell: 'long' })).toBe(20_000)
})

test('sizes take turns, and an unknown one is the first', () => {
  expect(sizeOf({ size: 'tv' })).toBe('tv')
  expect(sizeOf({ size: 'giant' })).toBe('room')
  expect([nextSize('room'), nextSize('hall'), nextSize('tv')]).toEqual(['hall', 'tv', 'room'])
})
