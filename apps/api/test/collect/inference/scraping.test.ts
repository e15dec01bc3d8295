import { gzipSync } from 'node:zlib'
import type { RequestListener } from 'node:http'
import { expect, test } from 'vitest'
import { getText } from '../../../src/collect/inference/get-text.ts'
import { guardLookup } from '../../../src/collect/inference/guarded-lookup.ts'
import { serve } from '../../support/inference/serve-text.ts'
import { vllmText } from '../../support/inference/vllm-text.ts'
import { watchEngines } from '../../support/inference/watched-engines.ts'

const at = Date.parse('2026-11-21T12:00:00Z')

/** What one scrape of a server that answers so leads to. */
async function scrapeOf(listener: RequestListener, prefix = '') {
  const url = await serve(listener)
  const { state, tickAt } = watchEngines({ INFERENCE_URLS: `one=${prefix}${url}` })
  await tickAt(at)
  const [engine] = state.known().engines
  const [source] = state.sources()
  expect(source).toMatchObject({ name: 'engine:one', state: engine?.state, reason: engine?.reason })
  return engine
}

const answering =
  (status: number, body = '', headers = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

test.each<[string, RequestListener, string, string]>([
  ['no metrics', answering(200, '<html>\n'), 'misconfigured', 'not_metrics'],
  ['no such address', answering(404), 'misconfigured', 'not_found'],
  [
    'a redirect',
    answering(302, '', { location: 'http://169.254.169.254/' }),
    'misconfigured',
    'redirect_refused',
  ],
  ['a refused key', answering(401), 'auth_error', 'auth'],
  ['a key that may not', answering(403), 'auth_error', 'forbidden'],
  ['a fault of its own', answering(500), 'down', 'upstream'],
  [
    'a compressed answer',
    answering(200, gzipSync('vllm:x 1\n').toString('latin1')),
    'misconfigured',
    'not_metrics',
  ],
  ['a broken connection', (request) => request.socket.destroy(), 'down', 'network'],
  [
    'half of an answer',
    (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('vllm:num_requests_running 1\n')
      setImmediate(() => request.socket.destroy())
    },
    'down',
    'truncated',
  ],
  ['nine megabytes', answering(200, 'x'.repeat(9 * 1024 * 1024)), 'down', 'too_large'],
  ['too many samples', answering(200, 'vllm:a 1\n'.repeat(50_001)), 'down', 'too_large'],
])('%s is a state with a reason', async (_, listener, state, reason) => {
  expect(await scrapeOf(listener)).toMatchObject({ state, reason, option: null, models: [] })
})

test('an engine whose metrics are off is told with the flag that helps', async () => {
  const off = { state: 'misconfigured', reason: 'metrics_off' }
  expect(await scrapeOf(answering(404), 'sglang+')).toMatchObject({
    ...off,
    option: '--enable-metrics',
  })
  const says = answering(501, '{"error":"Start it with `--metrics`"}')
  expect(await scrapeOf(says)).toMatchObject({ ...off, option: '--metrics' })
})

test('asks as the contract says, with the key of engines, and details once', async () => {
  const asked: [string | undefined, string | undefined, string | undefined][] = []
  const url = await serve((request, response) => {
    const { authorization, 'accept-encoding': coding } = request.headers
    asked.push([request.url, authorization, coding])
    response.end(request.url === '/own/version' ? '{"version":"0.32.0"}' : vllmText(asked.length))
  })
  const { state, tickAt } = watchEngines({
    INFERENCE_URLS: `one=${url}/own/metrics`,
    INFERENCE_API_KEY: 'engine-key-1',
  })
  for (const tick of [0, 1, 2]) await tickAt(at + tick * 5000)
  expect(asked.map(([path]) => path)).toEqual([
    '/own/metrics',
    '/own/version',
    '/own/metrics',
    '/own/metrics',
  ])
  for (const [, key, coding] of asked)
    expect([key, coding]).toEqual(['Bearer engine-key-1', 'identity'])
  expect(state.known().engines[0]).toMatchObject({ state: 'ok', kind: 'vllm', version: '0.32.0' })
})

test('a name that leads to an address nobody may ask is refused at the connection', async () => {
  const { signal } = new AbortController()
  for (const address of ['169.254.169.254', '::ffff:169.254.169.254', 'fd00:ec2::254']) {
    const lookup = guardLookup((_, __, done) => {
      done(null, [
        { address: '127.0.0.1', family: 4 },
        { address, family: 6 },
      ])
    })
    const asking = getText({ url: 'http://innocent.example:80/', apiKey: null, signal, lookup })
    await expect(asking).rejects.toMatchObject({ reason: 'address_refused' })
  }
  const literal = getText({ url: 'http://[::ffff:a9fe:a9fe]/', apiKey: null, signal })
  await expect(literal).rejects.toMatchObject({ reason: 'address_refused' })
})
