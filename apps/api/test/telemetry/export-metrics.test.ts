import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { storeError } from '../../src/store/store-error.ts'
import { exportMetrics } from '../../src/telemetry/export-metrics.ts'
import { causeOf } from '../../src/terminal/describe-error.ts'

/** A gauge, a counter and a histogram. */
function registryOfThree(): Registry {
  const registry = new Registry()
  const registers = [registry]
  new Gauge({ name: 'g', help: 'A gauge.', labelNames: ['team'], registers }).set(
    { team: 'red' },
    0.5,
  )
  new Counter({ name: 'c_total', help: 'A counter.', registers }).inc(7)
  const histogram = new Histogram({
    name: 'h_seconds',
    help: 'A histogram.',
    labelNames: ['route'],
    buckets: [1, 2],
    registers,
  })
  for (const seconds of [0.5, 0.5, 0.5, 8]) histogram.observe({ route: '/x' }, seconds)
  return registry
}

/** A collector that keeps what it is sent and answers with `status`. */
async function startCollector(status: number) {
  const received: { request: IncomingMessage; body: string }[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ request, body })
      response.writeHead(status).end('{"partialSuccess":{}}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.int() }).parse(server.address())
  return { url: `http://127.0.0.1:${port}/v1/metrics`, received }
}

function startExport(url: string, refresh = () => Promise.resolve()) {
  const registry = registryOfThree()
  const failures: unknown[] = []
  const stop = exportMetrics({
    config: { url, headers: { authorization: 'Bearer abc' }, serviceName: 'hall', intervalMs: 20 },
    registry,
    refresh,
    version: '1.2.3',
    now: () => 1_700_000_000_123,
    onFailure: (error) => failures.push(error),
  })
  onTestFinished(stop)
  const outcome = (name: string) => async () => {
    const line = `podium_otlp_exports_total{outcome="${name}"} `
    const lines = (await registry.metrics()).split('\n')
    return Number(lines.find((text) => text.startsWith(line))?.slice(line.length))
  }
  return { stop, outcome, failures }
}

test('a collector is sent everything again and again, as OTLP in JSON', async () => {
  const { url, received } = await startCollector(200)
  const { outcome } = startExport(url)
  await expect.poll(outcome('success')).toBeGreaterThan(1)
  const [first] = received
  expect(first?.request.headers).toMatchObject({
    authorization: 'Bearer abc',
    'content-type': 'application/json',
  })
  const span = { startTimeUnixNano: '1700000000123000000', timeUnixNano: '1700000000123000000' }
  expect(JSON.parse(first?.body ?? '')).toMatchObject({
    resourceMetrics: [
      {
        resource: {
          attributes: [
            { key: 'service.name', value: { stringValue: 'hall' } },
            { key: 'service.version', value: { stringValue: '1.2.3' } },
          ],
        },
        scopeMetrics: [
          {
            scope: { name: 'podium', version: '1.2.3' },
            metrics: [
              {
                name: 'g',
                unit: '',
                description: 'A gauge.',
                gauge: {
                  dataPoints: [
                    {
                      ...span,
                      attributes: [{ key: 'team', value: { stringValue: 'red' } }],
                      asDouble: 0.5,
                    },
                  ],
                },
              },
              {
                name: 'c_total',
                unit: '',
                description: 'A counter.',
                sum: {
                  aggregationTemporality: 2,
                  isMonotonic: true,
                  dataPoints: [{ ...span, attributes: [], asDouble: 7 }],
                },
              },
              {
                name: 'h_seconds',
                unit: '',
                description: 'A histogram.',
                histogram: {
                  aggregationTemporality: 2,
                  dataPoints: [
                    {
                      ...span,
                      attributes: [{ key: 'route', value: { stringValue: '/x' } }],
                      count: 4,
                      sum: 9.5,
                      bucketCounts: [3, 0, 1],
                      explicitBounds: [1, 2],
                    },
                  ],
                },
              },
              expect.objectContaining({ name: 'podium_otlp_exports_total' }),
            ],
          },
        ],
      },
    ],
  })
})

test('a collector that refuses or is away is a count and a reason, and the next turn comes', async () => {
  const refusing = await startCollector(400)
  const { outcome, failures } = startExport(refusing.url)
  await expect.poll(outcome('failure')).toBeGreaterThan(1)
  expect(causeOf(failures[0])).toBe('400')
})

test('what cannot be measured is a failure, too', async () => {
  const { url, received } = await startCollector(200)
  const { failures } = startExport(url, () => Promise.reject(storeError('unreachable')))
  await expect.poll(() => failures.length).toBeGreaterThan(1)
  expect(causeOf(failures[0])).toBe('The database cannot be reached')
  expect(received).toEqual([])
})

test('a slow one is never sent a second export, and stopping does not wait for it', async () => {
  let asked = 0
  const server = createServer(() => {
    asked += 1
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = z.object({ port: z.int() }).parse(server.address())
  const { stop } = startExport(`http://127.0.0.1:${port}/`)
  await expect.poll(() => asked).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(asked).toBe(1)
  await stop()
})
