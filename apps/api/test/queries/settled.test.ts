import { expect, test } from 'vitest'
import { settled } from '../../src/queries/settled.ts'

const answer = (data_version: number, apart: number) => ({
  data_version,
  balance: {
    ...{ measure: 'tokens' as const, shown: 1, no_known_time: 0, unassigned: 0, dashboard: 0 },
    ...{ whole: 1 + apart, apart, uncertain: 0 },
  },
})

/** What is asked of a store whose data has these versions, one after the other. */
async function ask(answers: ReturnType<typeof answer>[], version: number) {
  const left = [...answers]
  const read = () => {
    const next = left.shift()
    return next === undefined ? Promise.reject(new Error('too often')) : Promise.resolve(next)
  }
  const store = { dataVersion: () => Promise.resolve(version) }
  const found = await settled({ store }, ({ balance }) => [balance], read)
  return { found, reads: answers.length - left.length }
}

test('what adds up is read once', async () => {
  expect((await ask([answer(1, 0)], 2)).reads).toBe(1)
})

test('what was booked in between is read once more', async () => {
  const { found, reads } = await ask([answer(1, 5), answer(2, 0)], 2)
  expect([found.data_version, reads]).toEqual([2, 2])
})

test('what does not add up by itself is said', async () => {
  const { found, reads } = await ask([answer(2, 5)], 2)
  expect([found.balance.apart, reads]).toEqual([5, 1])
  expect((await ask([answer(1, 5), answer(2, 5), answer(3, 5)], 9)).reads).toBe(3)
})
