import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { exportMetrics } from '../../src/telemetry/export-metrics.ts'
import type { Family } from '../../src/telemetry/family.ts'

const families: Family[] = [
  {
    type: 'gauge',
    name: 'g',
    help: 'A gauge.',
    samples: [{ labels: { team: 'red' }, value: 0.5 }],
  },
  { type: 'counter', name: 'c_total', help: 'A counter.', samples: [{ labels: {}, value: 7 }] },
  {
    type: 'histogram',
    name: 'h_seconds',
    help: 'A histogram.',
    bounds: [1, 2],
    samples: [{ labels: {}, counts: [3, 0, 1], sum: 9.5 }],
  },
]

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

function startExport(url: string, measure = () => Promise.resolve(families)) {
  const exporter = exportMetrics({
    config: { url, headers: { authorization: 'Bearer abc' }, serviceName: 'hall', intervalMs: 20 },
    measure,
    version: '1.2.3',
    now: () => 1_700_000_000_123,
  })
  onTestFinished(() => exporter.stop())
  const outcome = (name: string) => () => {
    const [family] = exporter.families()
    const sample = family?.samples.find(({ labels }) => labels['outcome'] === name)
    return sample !== undefined && 'value' in sample ? sample.value : 0
  }
  return { exporter, outcome }
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
  expect(JSON.parse(first?.body ?? '')).toEqual({
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
                description: 'A counter.',
                sum: {
                  aggregationTemporality: 2,
                  isMonotonic: true,
                  dataPoints: [{ ...span, attributes: [], asDouble: 7 }],
                },
              },
              {
                name: 'h_seconds',
                description: 'A histogram.',
                histogram: {
                  aggregationTemporality: 2,
                  dataPoints: [
                    {
                      ...span,
                      attributes: [],
                      count: '4',
                      sum: 9.5,
                      bucketCounts: ['3', '0', '1'],
                      explicitBounds: [1, 2],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
  })
})

test('a collector that refuses or is away is a count, and the next turn comes', async () => {
  const refusing = await startCollector(503)
  const { outcome } = startExport(refusing.url)
  await expect.poll(outcome('failure')).toBeGreaterThan(1)
  const away = startExport('http://127.0.0.1:9/v1/metrics')
  await expect.poll(away.outcome('failure')).toBeGreaterThan(1)
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
  const { exporter } = startExport(`http://127.0.0.1:${port}/`)
  await expect.poll(() => asked).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(asked).toBe(1)
  await exporter.stop()
})
