import { expect, test } from 'vitest'
import { createClock } from '../../src/collect/clock.ts'

const hourMs = 3_600_000
const start = Date.parse('2026-11-21T12:00:00Z')

/** A wall clock that can be set, over time that cannot. */
function twoClocks() {
  let passed = 0
  let setBy = 0
  const clock = createClock(
    () => start + passed + setBy,
    () => passed,
  )
  return {
    clock,
    pass: (ms: number) => (passed += ms),
    set: (ms: number) => (setBy += ms),
    wall: () => start + passed + setBy,
  }
}

test('it is the wall clock, also where that is set forward', () => {
  const { clock, pass, set, wall } = twoClocks()
  pass(5000)
  expect(clock.now()).toBe(wall())
  set(hourMs)
  pass(5000)
  expect(clock.now()).toBe(wall())
})

test('a wall clock that is set back by an hour is caught up with in two', () => {
  const { clock, pass, set, wall } = twoClocks()
  pass(10_000)
  const before = clock.now()
  set(-hourMs)
  pass(10_000)
  expect(clock.now()).toBe(before + 5000)
  pass(hourMs)
  expect(clock.now()).toBe(before + 5000 + hourMs / 2)
  pass(hourMs)
  expect(clock.now()).toBe(wall())
})

test('a wall clock that is set back by a day is followed at once', () => {
  const { clock, pass, set, wall } = twoClocks()
  pass(10_000)
  clock.now()
  set(-24 * hourMs)
  expect(clock.now()).toBe(wall())
})

test('what another one has read is in the past, unless its clock was quite wrong', () => {
  const { clock, pass, wall } = twoClocks()
  clock.notBefore(start + 3000)
  expect(clock.now()).toBe(start + 3000)
  pass(6000)
  expect(clock.now()).toBe(wall())
  clock.notBefore(start + 24 * hourMs)
  expect(clock.now()).toBe(wall())
})

test('an instant of the past is lived through', () => {
  const { clock, wall } = twoClocks()
  clock.pretend(1000)
  expect(clock.now()).toBe(1000)
  clock.pretend(null)
  expect(clock.now()).toBe(wall())
})
