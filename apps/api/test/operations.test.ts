import { once } from 'node:events'
import { connect } from 'node:net'
import { createGatewaySimulator } from '@podium/gateway-simulator'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { complaintsAbout, hasPromtool } from './support/promtool.ts'
import { runMain } from './support/run-main.ts'

const Line = z.looseObject({ level: z.string(), msg: z.string() })

/** The program on a simulated gateway, with logs for programs. */
async function runLogged(env: Record<string, string> = {}) {
  const simulator = createGatewaySimulator({
    profile: '1.109',
    seed: 3,
    teams: 4,
    startsAt: Date.now() - 3_600_000,
    now: Date.now,
    masterKey: 'sk-canary-1234',
  })
  const gateway = await simulator.listen()
  onTestFinished(() => gateway.close())
  const podium = runMain({
    LITELLM_BASE_URL: gateway.url,
    LITELLM_API_KEY: 'sk-canary-1234',
    LOG_FORMAT: 'json',
    POLL_SECONDS: '1',
    ...env,
  })
  const [, url = ''] = await podium.said(/Podium is at (http:[^"]+)"/)
  const lines = () =>
    podium
      .output()
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => Line.parse(JSON.parse(line)))
  return { podium, url, lines, get: (path: string, headers = {}) => fetch(url + path, { headers }) }
}

const samples = async (answer: Response) => (await answer.text()).split('\n')

test.skipIf(!hasPromtool)('promtool finds no fault with the metrics', async () => {
  const { get } = await runLogged({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })
  await expect
    .poll(async () => await samples(await get('/metrics')))
    .toContainEqual(expect.stringMatching(/^podium_team_day_tokens\{team="t_.+type="prompt"\} \d/))
  await (await get('/tokens')).text()
  expect(await complaintsAbout(await (await get('/metrics')).text())).toBe('')
})

test('metrics count requests by route, and no address becomes a label', async () => {
  const { get, url } = await runLogged()
  for (const path of [
    '/tokens',
    '/tokens',
    '/tokens?start_date=never',
    '/api/canary',
    '/canary-page',
  ])
    await (await get(path)).text()
  const broken = connect(Number(new URL(url).port), '127.0.0.1').end('canary?\r\n\r\n')
  await once(broken.resume(), 'close')
  const answer = await get('/metrics')
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = await samples(answer)
  const counts = lines.filter((line) => line.startsWith('podium_http_requests_total'))
  expect(counts).toContain(
    'podium_http_requests_total{method="GET",route="/tokens",status="200"} 2',
  )
  expect(counts).toContain(
    'podium_http_requests_total{method="GET",route="/tokens",status="400"} 1',
  )
  expect(counts).toContain('podium_http_requests_total{method="GET",route="/*",status="404"} 1')
  expect(counts).toContain('podium_http_requests_total{method="OTHER",route="/*",status="400"} 1')
  expect(lines.join('\n')).not.toContain('canary')
  expect(lines).toContainEqual(expect.stringMatching(/^process_open_fds [1-9]|^$/))
  expect(lines).toContainEqual(expect.stringMatching(/^podium_store_size_bytes [1-9]/))
})

test('a request is told with its id and its route, and nothing else of it', async () => {
  const { get, lines, podium } = await runLogged()
  const own = await get('/tokens?start_date=2026-canary', { 'x-request-id': 'mine_1' })
  expect(own.headers.get('x-request-id')).toBe('mine_1')
  const forged = await get('/api/v1/status', {
    'x-request-id': 'canary {"level":"info"}',
    authorization: 'Bearer canary',
    cookie: 'podium_session=canary',
  })
  const made = forged.headers.get('x-request-id')
  expect(made).toMatch(/^[\da-f-]{36}$/)
  const requests = () => lines().filter((line) => line['event'] === 'request')
  await expect.poll(() => requests().length).toBe(2)
  expect(requests()).toMatchObject([
    { level: 'info', requestId: 'mine_1', method: 'GET', route: '/tokens', status: 400 },
    { level: 'info', requestId: made, route: '/api/v1/status', status: forged.status },
  ])
  expect(podium.output()).not.toMatch(/canary|127\.0\.0\.1:\d+.*request/)
})

test('ready is when the store is; a gateway that is away is a warning', async () => {
  const { get } = await runLogged({ LITELLM_BASE_URL: 'http://127.0.0.1:9' })
  expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
  const ready = await get('/readyz')
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({
    status: 'ready',
    checks: { store: 'ok', migrations: 'ok', draining: 'ok', gateway: 'warn' },
  })
})
