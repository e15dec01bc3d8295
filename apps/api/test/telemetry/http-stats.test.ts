import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { createHttpStats } from '../../src/telemetry/http-stats.ts'

test('every answer is counted by its status, and timed', async () => {
  const registry = new Registry()
  const stats = createHttpStats(registry)
  for (const seconds of [0.0005, 0.02, 0.02, 60])
    stats.observe({ method: 'GET', route: '/tokens', status: 200, seconds })
  stats.observe({ method: 'GET', route: '/tokens', status: 304, seconds: 0.001 })
  const lines = (await registry.metrics()).split('\n')
  expect(lines.filter((line) => line.startsWith('podium_http_requests_total'))).toEqual([
    'podium_http_requests_total{method="GET",route="/tokens",status="200"} 4',
    'podium_http_requests_total{method="GET",route="/tokens",status="304"} 1',
  ])
  const of = (part: string) => lines.filter((line) => line.includes(`_seconds_${part}`))
  const values = (part: string) => of(part).map((line) => line.split(' ').at(-1))
  expect(values('bucket')).toEqual(['2', '2', '4', '4', '4', '4', '4', '4', '5'])
  expect(of('bucket').at(-1)).toContain('le="+Inf"')
  expect(values('count')).toEqual(['5'])
  expect(Number(values('sum')[0])).toBeCloseTo(60.0415)
})
