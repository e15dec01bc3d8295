import { createServer } from 'node:http'
import { once } from 'node:events'
import { Status, CompatLeaderboard } from '@podium/contracts'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from './support/eventually.ts'
import { runMain } from './support/run-main.ts'

const address = /Podium is at (http:\/\/127\.0\.0\.1:\d+)\n/

async function listen(handler: Parameters<typeof createServer>[1]): Promise<number> {
  const server = createServer(handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  return typeof at === 'object' && at !== null ? at.port : 0
}

/** A port that was free a moment ago and refuses connections now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  server.close()
  await once(server, 'close')
  return typeof at === 'object' && at !== null ? at.port : 0
}

test('without variables it says where to look, that it is a demo, what to set and how to administer', async () => {
  const podium = runMain({ POLL_SECONDS: '1' })
  const [, url] = await podium.said(address)
  await podium.said(/set LITELLM_BASE_URL and LITELLM_API_KEY/)
  await podium.said(/\/#admin=[\w-]{22} \(works once\)\.\n/)
  expect(podium.output().trim().split('\n')).toHaveLength(4)

  const read = async () => CompatLeaderboard.parse(await (await fetch(`${url}/tokens`)).json())
  const { teams } = await eventually(read, (tokens) => tokens.teams.some((team) => team.tokens > 0))
  expect(teams.length).toBeGreaterThan(1)
  expect((await fetch(`${url}/healthz`)).headers.get('x-podium-demo')).toBe('1')
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it in order, streams and all',
  async (signal) => {
    const podium = runMain({})
    const [, url] = await podium.said(address)
    const stream = await fetch(`${url}/api/v1/live`)
    const half = fetch(`${url}/tokens`)
    podium.kill(signal)
    expect(await stream.text()).toContain('event: bye')
    await half.catch(() => undefined)
    expect(await podium.ended).toBe(0)
  },
)

test('a read that is called off at the end is no fault, also while the demo lives through its past', async () => {
  const podium = runMain({})
  const [, url] = await podium.said(address)
  const version = async () =>
    Status.parse(await (await fetch(`${url}/api/v1/status`)).json()).data_version
  await eventually(version, (known) => known > 2)
  podium.kill('SIGTERM')
  expect(await podium.ended).toBe(0)
  expect(podium.output()).not.toMatch(/failed|cannot go on/)
})

test('a wrong configuration is refused with a sentence each', async () => {
  const podium = runMain({
    LITELLM_BASE_URL: 'nonsense',
    LITELLM_API_KEY: 'sk canary',
    PORT: '70000',
  })
  expect(await podium.ended).toBe(78)
  expect(podium.output()).toBe(
    [
      'LITELLM_BASE_URL is no URL: it looks like http://gateway:4000.',
      'LITELLM_API_KEY has a character that no key has (a space, a line break, a dash or quote from a text processor).',
      'PORT must be a whole number from 0 to 65535.',
      '',
    ].join('\n'),
  )
})

test('it goes on where nobody reads what it says', async () => {
  const podium = runMain({})
  const [, url] = await podium.said(address)
  podium.stopReading()
  await eventually(
    async () => Status.parse(await (await fetch(`${url}/api/v1/status`)).json()),
    (status) => status.data_version > 0,
  )
  podium.kill('SIGTERM')
  expect(await podium.ended).toBe(0)
})

test.each(['192.0.2.1', 'no-such-host.invalid', 'fe80::1'])(
  'HOST=%s is one sentence',
  async (HOST) => {
    const podium = runMain({ HOST, ALLOW_ANONYMOUS_READ: '1' })
    expect(await podium.ended).toBe(1)
    expect(podium.output()).toBe('HOST is no address of this machine.\n')
  },
)

test('a busy port is one sentence', async () => {
  const port = await listen((_, response) => response.end())
  const podium = runMain({ PORT: String(port) })
  expect(await podium.ended).toBe(1)
  expect(podium.output()).toBe(
    `Port ${port} is taken: stop what uses it, or set PORT to another one.\n`,
  )
})

test('a gateway that is down is waited for, and found when it is there', async () => {
  const port = await freePort()
  const podium = runMain({
    LITELLM_BASE_URL: `http://127.0.0.1:${port}`,
    LITELLM_API_KEY: 'sk-canary-1234',
    POLL_SECONDS: '1',
  })
  const [, url] = await podium.said(address)
  await podium.said(/The gateway cannot be read: .+ Trying again in \d+ s\./)
  const status = Status.parse(await (await fetch(`${url}/api/v1/status`)).json())
  expect(status.demo).toBe(false)
  expect(status.sources[0]).toMatchObject({
    name: 'activity',
    state: 'down',
    last_success_at: null,
  })
  expect(podium.output()).not.toMatch(/canary|at .+\.ts:\d+/)

  const now = Date.now
  const simulator = createGatewaySimulator({
    profile: '1.81',
    seed: 1,
    teams: 2,
    startsAt: now() - 3_600_000,
    now,
    masterKey: 'sk-canary-1234',
  })
  const gateway = await simulator.listen({ port })
  onTestFinished(() => gateway.close())
  await podium.said(/The gateway answers again\./)
})

test('a refused key is told, and nothing of the key', async () => {
  const port = await listen((_, response) => {
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end('{"error":{"message":"bad key sk-canary-1234","type":"auth_error","code":"401"}}')
  })
  const podium = runMain({
    LITELLM_BASE_URL: `http://127.0.0.1:${port}`,
    LITELLM_API_KEY: 'sk-canary-1234',
  })
  await podium.said(/it refused the key \(401\); LITELLM_API_KEY/)
  expect(podium.output()).not.toContain('canary')
})
