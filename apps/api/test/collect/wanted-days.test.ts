import { expect, test } from 'vitest'
import { createWantedDays } from '../../src/collect/wanted-days.ts'

const day = (number: number) => {
  const text = `2026-03-${String(number).padStart(2, '0')}`
  return { from: text, to: text }
}

test('the newest question comes first, and one that is asked again keeps its place', () => {
  const { want, spans } = createWantedDays()
  for (const number of [1, 2, 1]) want(day(number))
  expect(spans()).toEqual([day(2), day(1)])
})

test('however much is asked, a few questions are remembered', () => {
  const { want, spans } = createWantedDays()
  for (let number = 1; number <= 30; number += 1) want(day(number))
  expect(spans()).toEqual(Array.from({ length: 16 }, (_, index) => day(30 - index)))
})
