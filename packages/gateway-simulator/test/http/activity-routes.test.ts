import { expect, test } from 'vitest'
import { z } from 'zod'
import type { TruthSum } from '../../src/index.ts'
import { ask, startSimulator } from '../simulator.ts'

const range = 'start_date=2026-11-20&end_date=2026-11-20'
const daily = '/team/daily/activity'

function startBusy(profile: '1.81' | '1.99' | '1.104' | '1.109') {
  const started = startSimulator({ profile })
  started.clock.hours(3)
  started.simulator.advance(started.clock.now())
  return started.simulator
}

const sumRequests = (sums: TruthSum[]) =>
  sums.reduce((sum, cell) => sum + cell.successes + cell.failures, 0)

const Aggregated = z.object({
  results: z.array(
    z.object({ breakdown: z.object({ api_keys: z.record(z.string(), z.unknown()) }) }),
  ),
  metadata: z.looseObject({ total_api_requests: z.number() }),
})

test('the aggregated route begins with 1.99 and caps its keys from 1.104 on, never its totals', async () => {
  expect(await ask(startBusy('1.81'), `${daily}/aggregated?${range}`)).toMatchObject({
    status: 404,
  })
  const uncapped = startBusy('1.99')
  const capped = startBusy('1.104')
  const path = `${daily}/aggregated?${range}&api_key_limit=2`
  const all = Aggregated.parse((await ask(uncapped, path)).json)
  const two = Aggregated.parse((await ask(capped, path)).json)
  expect(Object.keys(all.results[0]?.breakdown.api_keys ?? {}).length).toBeGreaterThan(5)
  expect(all.metadata).not.toHaveProperty('api_key_limit')
  expect(Object.keys(two.results[0]?.breakdown.api_keys ?? {})).toHaveLength(2)
  expect(two.metadata).toMatchObject({
    api_key_limit: 2,
    total_api_requests: sumRequests(capped.truth.readable()),
  })
})

test('keys beyond the cap can be read page by page', async () => {
  const simulator = startBusy('1.109')
  const Keys = z.object({
    api_keys: z.array(z.object({ metrics: z.object({ api_requests: z.number() }) })),
    total_api_keys: z.number(),
  })
  let requests = 0
  let total = 1
  for (let offset = 0; offset < total; offset += 3) {
    const { json } = await ask(
      simulator,
      `${daily}/aggregated/keys?${range}&offset=${offset}&limit=3`,
    )
    const page = Keys.parse(json)
    total = page.total_api_keys
    requests += page.api_keys.reduce((sum, key) => sum + key.metrics.api_requests, 0)
  }
  expect(requests).toBe(sumRequests(simulator.truth.readable()))
})

test('the export adds up to the rows, as JSON and as CSV', async () => {
  const simulator = startBusy('1.109')
  const stored = sumRequests(simulator.truth.readable())
  const path = `${daily}/export?${range}&export_type=daily_with_models`
  const Lines = z.array(z.object({ api_requests: z.number(), model: z.string() }))
  const lines = Lines.parse((await ask(simulator, `${path}&format=json`)).json)
  expect(lines.reduce((sum, line) => sum + line.api_requests, 0)).toBe(stored)
  expect(lines.map((line) => line.model)).toContain('openai/gpt-5-mini')
  const headers = { authorization: `Bearer ${simulator.keys.master}` }
  const csv = await (await simulator.app.request(path, { headers })).text()
  const [head = '', ...rows] = csv.trimEnd().split('\r\n')
  const column = head.split(',').indexOf('api_requests')
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[column]), 0)).toBe(stored)
})

test('one team alone, one team left out, and a space that makes another id', async () => {
  const simulator = startBusy('1.109')
  const all = simulator.truth.readable()
  const teamId = all.find((cell) => cell.teamId !== '')?.teamId ?? ''
  const own = sumRequests(all.filter((cell) => cell.teamId === teamId))
  const ofTeams = async (query: string) => {
    const { json } = await ask(simulator, `${daily}?${range}&page_size=20000&${query}`)
    return Aggregated.parse(json).metadata.total_api_requests
  }
  expect(await ofTeams(`team_ids=${teamId}`)).toBe(own)
  expect(await ofTeams(`exclude_team_ids=${teamId}`)).toBe(sumRequests(all) - own)
  expect(await ofTeams(`team_ids=nobody,%20${teamId}`)).toBe(0)
})

test('a refused read becomes a failure of nobody in newer releases', async () => {
  const count = async (profile: '1.81' | '1.109') => {
    const { simulator, clock } = startSimulator({ profile, load: 0, oddities: false })
    await ask(simulator, '/v2/team/list', { key: simulator.keys.unknown })
    await ask(simulator, `${daily}?${range}`, { key: simulator.keys.unknown })
    clock.seconds(60)
    simulator.advance(clock.now())
    return simulator.truth.readable().map(({ teamId, failures }) => [teamId, failures])
  }
  expect(await count('1.81')).toEqual([])
  expect(await count('1.109')).toEqual([['', 1]])
})

test('the rows without a key are among the ranked ones, named only in the newest release', async () => {
  const Keys = z.object({
    results: z.array(
      z.object({ breakdown: z.object({ api_keys: z.record(z.string(), z.unknown()) }) }),
    ),
  })
  const read = async (profile: '1.104' | '1.109') => {
    const { simulator, clock } = startSimulator({ profile, load: 0, oddities: false })
    await ask(simulator, '/v2/team/list', { key: '' })
    clock.seconds(60)
    const { json } = await ask(simulator, `${daily}/aggregated?${range}`)
    return Object.keys(Keys.parse(json).results[0]?.breakdown.api_keys ?? {})
  }
  expect(await read('1.104')).toEqual([''])
  expect(await read('1.109')).toEqual(['unattributed'])
})
