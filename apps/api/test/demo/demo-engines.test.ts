import { Gpus, Inference, InferenceLoad, type InferenceFigures } from '@podium/contracts'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { createMinutes } from '../../src/collect/inference/minutes.ts'
import { createMinuteWriter } from '../../src/collect/inference/write-minutes.ts'
import { writtenSlices } from '../../src/collect/inference/written-slices.ts'
import { parseConfig } from '../../src/config.ts'
import { createClock } from '../../src/collect/clock.ts'
import { startDemoEngines } from '../../src/demo/start-demo-engines.ts'
import { latencies } from '../support/inference/latencies.ts'
import { metricValues } from '../support/inference/metric-values.ts'
import { watchEngines } from '../support/inference/watched-engines.ts'
import { testApp } from '../support/test-app.ts'
import { watchGateway } from '../support/watched-gateway.ts'

const startsAt = Date.parse('2026-11-20T10:00:00Z')
const [second, minute] = [1000, 60_000]

/** The demo's engines behind a gateway that only sends what the test says, both watched into one store. */
async function startRoom() {
  const watched = await watchGateway({
    profile: '1.109',
    seed: 7,
    teams: 3,
    load: 0,
    startsAt,
    historyDays: 1,
  })
  const { simulator, store, now, moveTo } = watched
  const room = await startDemoEngines({
    gateway: simulator,
    clock: createClock(),
    configured: parseConfig({}, () => '').inference,
    seed: 7,
    present: startsAt,
  })
  room.past.pretend(startsAt)
  onTestFinished(() => room.close())
  const { engines, gpus } = room.inference
  const targets = gpus === 'auto' ? [] : gpus
  const writer = createMinuteWriter({
    minutes: createMinutes(5000),
    written: () => writtenSlices(store, now()),
    save: (slices) => store.write((tx) => tx.saveSlices(slices)),
    onFailure: (error) => {
      throw error
    },
    now,
  })
  const { state, tickAt } = watchEngines(
    {
      INFERENCE_URLS: engines.map(({ id, url }) => `${id}=${url}`).join(','),
      GPU_SOURCE: targets.map(({ id, url }) => `${id}=${url ?? ''}`).join(','),
    },
    writer.onTick,
  )
  await watched.pollTeams()
  await watched.pollPrices()
  await watched.pollActivity()
  await writer.lead()
  const { get } = await testApp({ store, now, inference: state })
  return {
    ...{ simulator, room, now, get },
    /** Scrapes every five seconds, and reads the gateway every minute. */
    watchUntil: async (end: number) => {
      for (let at = now() + 5 * second; at <= end; at += 5 * second) {
        moveTo(at)
        room.past.pretend(at)
        await tickAt(at)
        if (at % minute === 0) await watched.pollActivity()
      }
    },
  }
}

type Room = Awaited<ReturnType<typeof startRoom>>

const Team = z.looseObject({ team_id: z.string(), team_alias: z.string().nullable() })
const Key = z.looseObject({ key: z.string() })

/** A key of each team. */
async function keysOf({ simulator }: Room) {
  const headers = { authorization: `Bearer ${simulator.keys.master}` }
  const teams = z
    .array(Team)
    .parse(await (await simulator.app.request('/team/list', { headers })).json())
    .slice(0, 3)
  return Promise.all(
    teams.map(async ({ team_id }) => {
      const body = JSON.stringify({ team_id })
      const made = await simulator.app.request('/key/generate', { method: 'POST', headers, body })
      return { teamId: team_id, key: Key.parse(await made.json()).key }
    }),
  )
}

async function sendEveryTenSeconds(room: Room, requests: number): Promise<void> {
  const keys = await keysOf(room)
  for (let request = 0; request < requests; request++) {
    const sender = keys[request % 7 === 0 ? 0 : request % 2 === 0 ? 1 : 2]
    if (sender === undefined) throw new Error('There are too few teams')
    await room.watchUntil(room.now() + 10 * second)
    room.simulator.send({
      key: sender.key,
      model: request % 3 === 0 ? 'gpt-oss-20b' : 'qwen3-32b',
      promptTokens: 700 + 13 * request,
      completionTokens: 200 + request,
      endMs: room.now() + 9 * second,
    })
  }
}

test('teams and what goes past the gateway are exactly what an engine counted', async () => {
  const room = await startRoom()
  await room.watchUntil(startsAt + 2 * minute)
  await sendEveryTenSeconds(room, 60)
  await room.watchUntil(startsAt + 16 * minute)
  const answer = await room.get('/api/v1/inference/load?range=1h')
  const load = InferenceLoad.parse(await answer.json())
  for (const [model, at] of [
    ['qwen3-32b', [0, 1]],
    ['gpt-oss-20b', [2]],
  ] as const) {
    const known = new Map<string, number>()
    for (const engine of at)
      for (const [sender, tokens] of room.room.engines[engine]?.truth().counted.tokensBySender ??
        [])
        known.set(sender, (known.get(sender) ?? 0) + tokens)
    const all = [...known.values()].reduce((sum, tokens) => sum + tokens, 0)
    const told = load.models.find((one) => one.model === model)
    expect(told).toMatchObject({
      public_models: [model],
      engine_tokens: all,
      not_via_gateway_tokens: known.get('direct') ?? 0,
      ahead_tokens: 0,
    })
    const byTeam = new Map(told?.teams.map(({ team, tokens }) => [team?.id, tokens]))
    const teams = [...known].filter(([sender]) => sender !== 'direct')
    expect(byTeam).toEqual(new Map(teams.map(([id, tokens]) => [`t_${id}`, tokens])))
    const shares = told?.teams.map(({ share }) => share ?? 0) ?? []
    const remainder = told?.not_via_gateway_share ?? 0
    expect(shares.reduce((sum, share) => sum + share, remainder)).toBeCloseTo(1, 9)
  }
})

/** As /metrics names them. */
function latenciesOf(figures: InferenceFigures) {
  return Object.entries(latencies).flatMap(([kind, name]) => {
    const latency = figures[name]
    const quantiles = (['p50', 'p90', 'p95', 'p99'] as const).map(
      (stat) => [{ kind, stat }, latency?.[stat]?.value ?? null] as const,
    )
    return [[{ kind, stat: 'mean' }, latency?.mean ?? null] as const, ...quantiles]
  })
}

test('what /metrics says of engines, models and GPUs is what the API says', async () => {
  const room = await startRoom()
  await sendEveryTenSeconds(room, 30)
  const { engines, models } = Inference.parse(await (await room.get('/api/v1/inference')).json())
  const { gpus } = Gpus.parse(await (await room.get('/api/v1/gpus')).json())
  const value = metricValues(await (await room.get('/metrics')).text())
  expect([engines.length, models.length, gpus.length]).toEqual([4, 3, 4])
  let known = 0
  const expectSame = (name: string, labels: Record<string, string>, said: number | null) => {
    expect(value(name, labels), `${name} ${JSON.stringify(labels)}`).toBe(said)
    if (said !== null) known += 1
  }
  for (const { engine, model, figures, scraped_at: scrapedAt } of engines) {
    expectSame('engine_up', { engine }, 1)
    const scraped = Date.parse(scrapedAt ?? '') / 1000
    expectSame('engine_last_scrape_timestamp_seconds', { engine }, scraped)
    const of = { engine, model: model ?? engine }
    expectSame('engine_requests', { ...of, state: 'running' }, figures.running)
    expectSame('engine_requests', { ...of, state: 'waiting' }, figures.waiting)
    expectSame('engine_kv_cache_ratio', of, figures.kv_cache_ratio)
    for (const [labels, said] of latenciesOf(figures))
      expectSame('engine_latency_seconds', { ...of, ...labels }, said)
  }
  for (const { model, verdict, energy } of models) {
    expectSame('model_verdict', { model, state: verdict.state }, 1)
    for (const basis of ['gross', 'net'] as const) {
      const joules = energy.joules_per_1k_generation_tokens[basis]
      const perToken = joules === null ? null : joules / 1000
      expectSame('model_energy_joules_per_generation_token', { model, basis }, perToken)
    }
  }
  for (const { gpu, ...said } of gpus) {
    expectSame('gpu_utilization_ratio', { gpu }, said.utilization_ratio)
    expectSame('gpu_memory_used_bytes', { gpu }, said.memory_used_bytes)
    expectSame('gpu_memory_total_bytes', { gpu }, said.memory_total_bytes)
    expectSame('gpu_power_watts', { gpu }, said.power_watts)
    expectSame('gpu_temperature_celsius', { gpu }, said.temperature_celsius)
  }
  expect(known).toBeGreaterThan(100)
})
