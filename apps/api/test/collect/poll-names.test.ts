import { once } from 'node:events'
import { createServer } from 'node:http'
import { createGatewaySimulator, type ProfileName } from '@podium/gateway-simulator'
import { createLiteLLMClient } from '@podium/litellm-client'
import { expect, onTestFinished, test } from 'vitest'
import { createActivityPoll } from '../../src/collect/poll-activity.ts'
import { createPricesPoll, createTeamsPoll } from '../../src/collect/poll-names.ts'
import type { Store } from '../../src/store/open-store.ts'
import { count, increase } from '../store/support/bookings.ts'
import { driftOf } from '../../src/ledger/compare-spend.ts'
import { openTestStore } from '../support/open-test-store.ts'

const minuteMs = 60_000
const midnight = Date.parse('2026-11-20T00:00:00Z')
const { signal } = new AbortController()

/** A simulated gateway on a virtual clock, and everything that polls it. */
async function watch(profile: ProfileName) {
  let at = midnight
  const now = () => at
  const startsAt = midnight - 60 * minuteMs
  const simulator = createGatewaySimulator({ profile, seed: 3, teams: 4, startsAt, now })
  const server = await simulator.listen()
  onTestFinished(() => server.close())
  const client = createLiteLLMClient({ baseUrl: server.url, apiKey: simulator.keys.master })
  onTestFinished(() => client.close())
  const store = await openTestStore()
  const deps = { client, store, now }
  const activity = await createActivityPoll({ ...deps, pollMs: minuteMs, historyDays: 0 })
  return {
    simulator,
    store,
    pass: (minutes: number) => (at += minutes * minuteMs),
    activity: () => activity(signal, () => undefined),
    teams: createTeamsPoll({ ...deps, pollMs: minuteMs }),
    prices: createPricesPoll(deps),
  }
}

test.each([
  ['1.81', true],
  ['1.109', false],
] as const)('of release %s prices with stars are noted: %s', async (profile, isNoted) => {
  const { simulator, prices } = await watch(profile)
  // The groups would tell the operator's prices in full.
  simulator.faults.inject('forbidden', { route: '/model_group/info' })
  const kinds = (await prices(signal)).map(({ kind }) => kind)
  expect(kinds.includes('prices_masked')).toBe(isNoted)
})

/** A gateway that lists one team, knows another one, and answers nothing else. */
async function listOne() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gateway')
    const id = url.searchParams.get('team_id') ?? ''
    const known = { team_id: id, team_alias: `The ${id}`, members_count: 1 }
    if (url.pathname === '/team/info') asked.push(id)
    const body =
      url.pathname === '/v2/team/list'
        ? { teams: [{ ...known, team_id: 'listed' }], total: 1, total_pages: 1 }
        : { team_info: known }
    response.writeHead(id.startsWith('gone') ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  return { asked, baseUrl: `http://127.0.0.1:${port}` }
}

test('a team that only activity has named is asked for, a few at a time and each once', async () => {
  const { asked, baseUrl } = await listOne()
  const client = createLiteLLMClient({ baseUrl, apiKey: 'sk-1234' })
  onTestFinished(() => client.close())
  const store = await openTestStore()
  const teamIds = ['gone-1', 'gone-2', 'gone-3', 'hidden', 'listed', null]
  const increases = teamIds.map((teamId) => ({
    cell: { teamId, model: 'gpt', key: 'hash' },
    counters: count(1),
  }))
  await store.write((tx) => increase(tx, 1, increases))

  const poll = createTeamsPoll({ client, store, now: () => midnight, pollMs: minuteMs })
  const asks = []
  for (let round = 1; round <= 3; round += 1) {
    await poll(signal)
    asks.push(asked.splice(0))
  }
  expect(asks).toEqual([['gone-1', 'gone-2', 'gone-3'], ['hidden'], []])
  const named = (await store.teams()).filter(({ listed }) => listed)
  expect(named.map(({ teamId, alias }) => [teamId, alias])).toEqual([
    ['hidden', 'The hidden'],
    ['listed', 'The '],
  ])
})

const driftsOf = async (store: Store) =>
  (await store.spendComparisons()).map(({ comparison }) => driftOf(comparison))

test('what is booked follows the counters of the teams; while no day is read, nothing is compared', async () => {
  const { simulator, store, pass, activity, teams } = await watch('1.109')
  await teams(signal)
  expect(await driftsOf(store)).toEqual([])
  for (let minute = 1; minute <= 40; minute += 1) {
    pass(1)
    await activity()
    await teams(signal)
  }
  const drifts = await driftsOf(store)
  expect(drifts.length).toBeGreaterThan(3)
  expect(drifts.every((drift) => drift !== null && drift.driftUsd === 0)).toBe(true)
  expect(drifts.some((drift) => drift !== null && drift.meterUsd > 0.01)).toBe(true)

  simulator.faults.inject('internal-error', { route: '/team/daily/activity*' })
  const before = await driftsOf(store)
  for (let minute = 1; minute <= 20; minute += 1) {
    pass(1)
    await activity().catch(() => undefined)
    await teams(signal)
  }
  expect(await driftsOf(store)).toEqual(before)
})
