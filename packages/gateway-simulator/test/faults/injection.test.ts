import { get } from 'node:http'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { GatewaySimulator } from '../../src/index.ts'
import { ask, startSimulator } from '../simulator.ts'

const statusOf = async (simulator: GatewaySimulator, path: string) =>
  (await ask(simulator, path)).status

test('a fault strikes its route only, as often as it was told to', async () => {
  const { simulator } = startSimulator({ profile: '1.81' })
  const injection = simulator.faults.inject('service-unavailable', {
    route: '/team/*',
    times: 2,
  })
  const paths = ['/team/list', '/v2/team/list', '/team/info?team_id=x', '/team/list']
  const statuses: number[] = []
  for (const path of paths) statuses.push(await statusOf(simulator, path))
  expect(statuses).toEqual([503, 200, 503, 200])
  expect(injection.hits()).toBe(2)
})

test('a fault lasts until it is cleared, and the latest one wins', async () => {
  const { simulator } = startSimulator({ profile: '1.81' })
  simulator.faults.inject('not-found')
  const later = simulator.faults.inject('unauthorized')
  expect(await statusOf(simulator, '/team/list')).toBe(401)
  later.clear()
  expect(await statusOf(simulator, '/team/list')).toBe(404)
  simulator.faults.clear()
  expect(await statusOf(simulator, '/team/list')).toBe(200)
})

test('a flapping gateway fails by a probability drawn from the seed', async () => {
  const run = async () => {
    const { simulator } = startSimulator({ profile: '1.81' })
    simulator.faults.inject('service-unavailable', { probability: 0.5 })
    const statuses: number[] = []
    for (let count = 0; count < 60; count++) statuses.push(await statusOf(simulator, '/model/info'))
    return statuses
  }
  const [first, second] = [await run(), await run()]
  expect(first).toEqual(second)
  expect(first.filter((status) => status === 503).length).toBeGreaterThan(15)
  expect(first.filter((status) => status === 200).length).toBeGreaterThan(15)
})

test('a bomb of 600 MB is less than a megabyte on the wire', async () => {
  const { simulator } = startSimulator({ profile: '1.81' })
  simulator.faults.inject('gzip-bomb')
  await using gateway = await listenFor(simulator)
  const size = await new Promise<number>((resolve, reject) => {
    get(`${gateway.url}/model/info`, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
  expect(size).toBeGreaterThan(100_000)
  expect(size).toBeLessThan(1_000_000)
})

test('pages of rewritten rows repeat and skip rows in old releases only', async () => {
  const read = async (profile: '1.81' | '1.109') => {
    const { simulator, clock } = startSimulator({ profile })
    clock.hours(2)
    simulator.advance(clock.now())
    simulator.faults.inject('rows-rewritten')
    const dates = 'start_date=2026-11-20&end_date=2026-11-20'
    const ids = simulator.truth.rows().length
    let requests = 0
    for (let page = 1; page <= Math.ceil(ids / 7); page++) {
      const { json } = await ask(
        simulator,
        `/team/daily/activity?${dates}&page=${page}&page_size=7`,
      )
      requests += readTotal(json)
    }
    const stored = simulator.truth.readable()
    return requests - stored.reduce((sum, cell) => sum + cell.successes + cell.failures, 0)
  }
  expect(await read('1.109')).toBe(0)
  expect(await read('1.81')).not.toBe(0)
})

const Page = z.object({ metadata: z.object({ total_api_requests: z.number() }) })

function readTotal(json: unknown): number {
  return Page.parse(json).metadata.total_api_requests
}

async function listenFor(simulator: GatewaySimulator) {
  const gateway = await simulator.listen()
  return { url: gateway.url, [Symbol.asyncDispose]: () => gateway.close() }
}

test('every answer tells the time of the virtual clock, but for the skewed one', async () => {
  const { simulator, clock } = startSimulator({ profile: '1.81' })
  await using gateway = await listenFor(simulator)
  const readSkew = async () => {
    const response = await fetch(`${gateway.url}/health/liveliness`)
    await response.text()
    return (Date.parse(response.headers.get('date') ?? '') - clock.now()) / 1000
  }
  const skews = [await readSkew()]
  for (const name of ['unauthorized', 'extra-fields', 'early-hints', 'date-skewed'] as const) {
    const injection = simulator.faults.inject(name)
    skews.push(await readSkew())
    injection.clear()
  }
  expect(skews).toEqual([0, 0, 0, 0, 600])
})
