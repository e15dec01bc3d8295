import type { Team } from '@podium/litellm-client'
import { expect, test } from 'vitest'
import { daysRead, followSpend } from '../../src/collect/follow-spend.ts'
import { driftOf } from '../../src/ledger/compare-spend.ts'
import { count, increase, midnight } from '../store/support/bookings.ts'
import { openTestStore } from '../support/open-test-store.ts'

const minuteMs = 60_000
const instant = (minute: number) => midnight + minute * minuteMs

function team(teamId: string, spendUsd: number | null, createdAt: number | null): Team {
  return {
    ...{ teamId, alias: null, organizationId: null, spendUsd, maxBudgetUsd: null },
    ...{ budgetDuration: null, budgetResetAt: null, blocked: false, models: [] },
    createdAt: createdAt === null ? null : new Date(createdAt).toISOString(),
  }
}

/** A gateway of which lists of teams and days are read at given minutes of one day. */
async function watch() {
  const store = await openTestStore(() => midnight)
  let before: number | null = null
  return {
    store,
    book: (minute: number, teamId: string, usdUnits: number) =>
      store.write((tx) => {
        const cell = { teamId, model: 'gpt', key: 'hash' }
        return increase(tx, minute, [{ cell, counters: count(usdUnits) }])
      }),
    read: (minute: number) => store.write((tx) => increase(tx, minute, [])),
    list: async (minute: number, teams: Team[], complete = true) => {
      const at = instant(minute)
      const read = await daysRead(store, at)
      await store.write(async (tx) => {
        const listing = { teams, complete, source: 'v2' as const, at, before }
        await followSpend(tx, listing, { read, pollMs: 10_000 })
        await tx.saveTeams({ teams, complete, at })
      })
      before = at
    },
    drifts: async () => {
      const comparisons = await store.spendComparisons()
      return Object.fromEntries(
        comparisons.map(({ teamId, comparison }) => [
          teamId,
          driftOf(comparison)?.driftUsd ?? null,
        ]),
      )
    },
  }
}

const unitUsd = count(1).spendUsd

test('of a team that was created while we watched every lost dollar is seen, from its first request on', async () => {
  const { book, read, list, drifts, store } = await watch()
  await read(100)
  await list(100, [])
  await book(101, 'storm', 3)
  await list(101, [team('storm', 8 * unitUsd, instant(100.5))])
  expect(await drifts()).toEqual({ storm: null })
  await read(103)
  await list(103, [team('storm', 8 * unitUsd, instant(100.5))])
  expect((await drifts())['storm']).toBeCloseTo(5 * unitUsd, 9)
  const [compared] = await store.spendComparisons()
  expect(compared?.comparison.from?.at).toBe(instant(100))
})

test('a team that was there before the first list, or was only hidden from one, is compared from when it is seen', async () => {
  const { book, read, list, drifts } = await watch()
  await book(90, 'old', 3)
  const old = team('old', 8 * unitUsd, instant(-6000))
  await list(100, [old])
  const hidden = team('hidden', 5, instant(-6000))
  for (const minute of [102, 104, 106]) {
    await read(minute)
    await list(minute, [old, hidden])
  }
  expect(await drifts()).toEqual({ old: 0, hidden: 0 })
})

test('without a time of creation, a complete list says that a team is new', async () => {
  const { read, list, drifts } = await watch()
  await read(100)
  await list(100, [])
  await list(101, [team('new', unitUsd, null)])
  await read(103)
  await list(103, [team('new', unitUsd, null)])
  expect((await drifts())['new']).toBeCloseTo(unitUsd, 9)
})

test('a team whose spend is not told is never compared', async () => {
  const { read, list, drifts } = await watch()
  await read(100)
  await list(100, [])
  await list(101, [team('silent', null, instant(100.5))])
  expect(await drifts()).toEqual({})
})

test('nothing is compared before a day was read', async () => {
  const { list, drifts } = await watch()
  await list(100, [team('a', 1, instant(90))])
  expect(await drifts()).toEqual({})
})

test('a list that says the same as the one before changes no data', async () => {
  const { store, read, list } = await watch()
  await read(100)
  await list(100, [team('a', 1, instant(90))])
  const version = await store.dataVersion()
  await list(101, [team('a', 1, instant(90))])
  expect(await store.dataVersion()).toBe(version)
  await list(102, [team('a', 2, instant(90))])
  expect(await store.dataVersion()).toBe(version + 1)
})
