import { createGatewaySimulator, type ProfileName } from '@podium/gateway-simulator'
import { createLiteLLMClient } from '@podium/litellm-client'
import { expect, onTestFinished, test } from 'vitest'
import { createBackfill, hasNoLogs } from '../../src/collect/backfill.ts'
import { createActivityPoll } from '../../src/collect/poll-activity.ts'
import { openTestStore } from '../support/open-test-store.ts'

const day = '2026-11-20'
const range = { from: day, to: day }
const midnight = Date.parse(`${day}T00:00:00Z`)
const hourMs = 3_600_000
const { signal } = new AbortController()

/** A gateway that is first seen at three in the morning, and again a minute later. */
async function seenLate(profile: ProfileName, mostRequests: number) {
  let at = midnight
  const now = () => at
  const simulator = createGatewaySimulator({
    profile,
    seed: 11,
    teams: 3,
    startsAt: midnight,
    now,
    load: 0.3,
  })
  const server = await simulator.listen()
  onTestFinished(() => server.close())
  const client = createLiteLLMClient({ baseUrl: server.url, apiKey: simulator.keys.master })
  const store = await openTestStore()
  const poll = await createActivityPoll({ client, store, now, pollMs: 60_000, historyDays: 0 })
  for (const instant of [midnight + 3 * hourMs, midnight + 3 * hourMs + 60_000]) {
    at = instant
    await poll(signal, () => undefined)
  }
  const backfill = createBackfill({ client, store, now, historyDays: 1, mostRequests })
  return { store, backfill }
}

const tokensOf = (parts: { counters: { promptTokens: number; completionTokens: number } }[]) =>
  parts.reduce((sum, { counters }) => sum + counters.promptTokens + counters.completionTokens, 0)

test('a baseline gets the shape of the logs, and not a token more or less', async () => {
  const { store, backfill } = await seenLate('1.109', 100_000)
  const before = await store.placement(range)
  const cells = await store.cellTotals(range)
  const baseline = before.filter(({ reason }) => reason === 'baseline')
  expect(tokensOf(baseline)).toBeGreaterThan(0)

  expect(await backfill(signal)).toBe(day)
  const after = await store.placement(range)
  expect(tokensOf(after)).toBe(tokensOf(before))
  expect(await store.cellTotals(range)).toEqual(cells)
  const shaped = after.filter(({ reason }) => reason === 'backfilled')
  expect(tokensOf(shaped)).toBeGreaterThan(0.9 * tokensOf(baseline))
  const minutes = (await store.deltas(day))
    .filter(({ reason }) => reason === 'backfilled')
    .map(({ start }) => (start * 1000 - midnight) / 60_000)
  expect(new Set(minutes.map((minute) => Math.floor(minute / 60)))).toEqual(new Set([0, 1, 2]))
  // What ended after the first read began, at three, was no part of its answer.
  expect(Math.max(...minutes)).toBe(179)
  expect(await backfill(signal)).toBeNull()
})

test('a day with more requests than allowed is left as it is', async () => {
  const { store, backfill } = await seenLate('1.109', 10)
  expect(await backfill(signal)).toBeNull()
  expect((await store.placement(range)).map(({ reason }) => reason)).not.toContain('backfilled')
})

test('a gateway without such logs says so once', async () => {
  const { backfill } = await seenLate('1.78', 100_000)
  const error: unknown = await backfill(signal).catch((cause: unknown) => cause)
  expect(hasNoLogs(error)).toBe(true)
})
