import { setTimeout as sleep } from 'node:timers/promises'
import { LiveStatus, type SourceState, type Status } from '@podium/contracts'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { eventually } from './support/eventually.ts'
import { findPostgres, type PostgresServer } from './support/postgres/postgres-server.ts'
import { startReplicas } from './support/replicas.ts'
import { startStoppableGateway } from './support/stoppable-gateway.ts'

const key = 'sk-replicas-1234'

let server: PostgresServer
beforeAll(async () => {
  server = await findPostgres()
})
afterAll(() => server.stop())

/** The names and versions of what a live stream tells, until there are enough. */
async function liveVersions(url: string, many: number): Promise<number[]> {
  const stopping = new AbortController()
  const response = await fetch(`${url}/api/v1/live`, { signal: stopping.signal })
  const versions: number[] = []
  let text = ''
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    versions.length = 0
    for (const [, version] of text.matchAll(/event: data\ndata: \{"data_version":(\d+)/g))
      versions.push(Number(version))
    if (versions.length >= many) break
  }
  stopping.abort()
  return versions
}

/** Follows a live stream, for what its `status` events say of the activity. */
async function openStream(url: string) {
  const { body } = await fetch(`${url}/api/v1/live`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(async () => reader?.cancel())
  let text = ''
  const states = () =>
    [...text.matchAll(/event: status\ndata: (.+)\n\n/g)].map(([, json = '']) => {
      const { sources } = LiveStatus.parse(JSON.parse(json))
      return sources.find(({ name }) => name === 'activity')?.state
    })
  return async (wanted: SourceState): Promise<void> => {
    while (states().at(-1) !== wanted) text += (await reader?.read())?.value ?? ''
  }
}

test('every process tells its viewers at once that the gateway is gone, and that it is back', async () => {
  const gateway = await startStoppableGateway(key)
  const { first, second } = await startReplicas(server, gateway)
  for (const { status } of [first, second])
    await eventually(status, ({ sources }) => sources.every(({ state }) => state === 'ok'))
  const streams = await Promise.all([first, second].map(({ url }) => openStream(url)))
  await gateway.goAway()
  for (const hears of streams) await hears('down')
  await gateway.comeBack()
  for (const hears of streams) await hears('ok')
})

test('who does not collect announces new data as well, and knows the sources', async () => {
  const gateway = await startStoppableGateway(key)
  const { first, second } = await startReplicas(server, gateway)
  const status = await eventually(
    second.status,
    ({ sources, history }) => history.unread === 0 && sources.every(({ state }) => state === 'ok'),
  )
  expect(status.days[0]?.gateway?.tokens).toBeGreaterThan(0)
  expect(status.reconciliation.days[0]).toMatchObject({ balanced: true })

  const versions = await liveVersions(second.url, 2)
  expect(versions[1]).toBeGreaterThan(versions[0] ?? 0)
  gateway.stop()
  const isWhole = (tokens: number) => tokens === gateway.tokens()
  expect(await eventually(first.tokens, isWhole)).toBe(await eventually(second.tokens, isWhole))
})

/** Until another one has read the gateway: new data come only with traffic, of which a quiet hour has little. */
async function readAfter(from: number, status: () => Promise<Status>): Promise<void> {
  await eventually(status, ({ sources }) =>
    sources.some(
      ({ name, last_success_at: at }) => name === 'activity' && Date.parse(at ?? '') > from,
    ),
  )
}

test.each([
  ['killed', 'SIGKILL'],
  ['stopped for a while', 'SIGSTOP'],
] as const)(
  'a collector that is %s is replaced, and the totals are those of the gateway',
  async (_, signal) => {
    const gateway = await startStoppableGateway(key)
    const { first, second } = await startReplicas(server, gateway)
    await eventually(second.tokens, (tokens) => tokens > 0)
    first.kill(signal)
    await readAfter(Date.now(), second.status)
    const alive = signal === 'SIGSTOP' ? [first, second] : [second]
    first.kill('SIGCONT')
    gateway.stop()
    for (const each of alive) {
      await eventually(each.tokens, (tokens) => tokens === gateway.tokens())
      const { reconciliation, corrections } = await each.status()
      expect(reconciliation.days[0]).toMatchObject({ balanced: true, held_cells: 0 })
      expect(corrections).toEqual([])
    }
  },
)

const kills = inject('isDeep') ? 20 : 0
const stops = inject('isDeep') ? 5 : 0
const stoppedMs = 30_000

test.runIf(inject('isDeep'))(
  'whoever collects is killed twenty times, and stopped for half a minute five times: another follows within ten seconds, and no token is lost',
  async ({ annotate }) => {
    const gateway = await startStoppableGateway(key)
    const { first, second, start } = await startReplicas(server, gateway)
    let [leader, follower] = [first, second]
    const takeovers: number[] = []
    const takeOver = async () => {
      const from = Date.now()
      await readAfter(from, follower.status)
      takeovers.push(Date.now() - from)
    }
    for (let kill = 0; kill < kills; kill += 1) {
      leader.kill('SIGKILL')
      await takeOver()
      leader = follower
      follower = await start()
    }
    for (let stop = 0; stop < stops; stop += 1) {
      leader.kill('SIGSTOP')
      const [wake] = await Promise.all([sleep(stoppedMs), takeOver()])
      expect(wake).toBeUndefined()
      leader.kill('SIGCONT')
      ;[leader, follower] = [follower, leader]
    }
    gateway.stop()
    for (const each of [leader, follower]) {
      await eventually(each.tokens, (tokens) => tokens === gateway.tokens())
      const { reconciliation, corrections } = await each.status()
      expect(reconciliation.days[0]).toMatchObject({ balanced: true, held_cells: 0 })
      expect(corrections).toEqual([])
    }
    await annotate(`seconds: ${takeovers.map((ms) => (ms / 1000).toFixed(1)).join(' ')}`)
    expect(takeovers).toHaveLength(kills + stops)
    expect(Math.max(...takeovers)).toBeLessThan(10_000)
  },
  1_200_000,
)
