import { expect, test } from 'vitest'
import { bookPoll, type DayAnswer } from '../../src/collect/book-poll.ts'
import { sum } from '../../src/domain/counters.ts'
import { day as activityOf, key, team, tokens } from '../support/activity.ts'
import { at, day } from '../support/ledger/cells.ts'
import { createMemoryLedger } from '../support/ledger/memory-ledger.ts'

const moment = (clock: string) => ({
  startedAt: at(clock),
  finishedAt: at(clock) + 100,
  source: 'aggregated' as const,
})

const answer = (clock: string, change: Partial<DayAnswer>): DayAnswer => ({
  day,
  activity: null,
  own: new Map(),
  isTruncated: false,
  ...moment(clock),
  ...change,
})

const usage = (promptTokens: number) => ({ ...tokens(promptTokens), requests: 0, successes: 0 })

test('a rest that becomes several models takes its minutes along, and no total moves', async () => {
  const store = createMemoryLedger()
  const book = (each: DayAnswer) => store.write((tx) => bookPoll(tx, each, 10_000))
  const unclear = (promptTokens: number) =>
    activityOf([team('red', [key('k1', usage(promptTokens))])], {})
  await book(answer('11:00:00', {}))
  await book(answer('11:00:10', { activity: unclear(10) }))
  await book(answer('11:01:00', { activity: unclear(25) }))
  const before = sum((await store.deltas(day)).map(({ counters }) => counters))
  const clear = activityOf([team('red', [key('k1', { ...usage(25), spendUsd: 0.001 })])], {
    large: [key('k1', { ...usage(20), spendUsd: 0.0004 })],
    small: [key('k1', { ...usage(5), spendUsd: 0.0006 })],
  })
  const booking = await book(answer('11:01:10', { activity: clear }))
  expect(booking.verdict === 'booked' && booking.moves.length).toBe(2)
  const rows = await store.deltas(day)
  expect(
    rows.map(({ model, start, counters }) => [model, start * 1000, counters.promptTokens]),
  ).toEqual([
    ['large', at('11:00'), 8],
    ['large', at('11:01'), 12],
    ['small', at('11:00'), 2],
    ['small', at('11:01'), 3],
  ])
  expect(sum(rows.map(({ counters }) => counters))).toEqual(before)
})

test('what is stale is not saved', async () => {
  const store = createMemoryLedger()
  await store.write((tx) => bookPoll(tx, answer('11:00:10', {}), 10_000))
  const activity = activityOf([team('red', [key('k1', usage(10))])], {})
  const late = answer('11:00:05', { activity })
  expect(await store.write((tx) => bookPoll(tx, late, 10_000))).toEqual({ verdict: 'stale' })
  const state = await store.dayState(day)
  expect(state.lastRead).toEqual(moment('11:00:10'))
  expect([...state.cells]).toEqual([])
})

test('the dollars of a day are the sum of its minutes to the last bit', async () => {
  const store = createMemoryLedger()
  let spent = 0
  for (let poll = 0; poll < 500; poll += 1) {
    spent += 0.1 + poll * 1e-7
    const counters = { ...tokens(poll), spendUsd: spent }
    const activity = activityOf([team('red', [key('k1', counters)])], {})
    const clock = `${11 + Math.floor(poll / 60)}:${poll % 60}`
    await store.write((tx) => bookPoll(tx, answer(clock, { activity }), 60_000))
  }
  const rows = await store.deltas(day)
  const [cell] = (await store.dayState(day)).cells
  expect(rows.length).toBe(500)
  expect(sum(rows.map(({ counters }) => counters)).spendUsd).toBe(cell?.counters.spendUsd)
  expect(Math.abs((cell?.counters.spendUsd ?? 0) - spent)).toBeLessThan(1e-9)
})
