import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createEngineSimulator, writeNvidiaSmiScript } from '../../src/index.ts'
import type { ExpositionFaultName } from '../../src/index.ts'

const startsAt = Date.parse('2026-11-20T10:00:00Z')

function startEngine(hours: number) {
  return createEngineSimulator({ seed: 1, startsAt, now: () => startsAt + hours * 3_600_000 })
}

async function scrape(hours: number, fault?: ExpositionFaultName): Promise<string> {
  const engine = startEngine(hours)
  if (fault !== undefined) engine.faults.inject(fault)
  return (await engine.app.request('/metrics')).text()
}

function read(text: string, name: string): number {
  return Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, 'm').exec(text)?.[1])
}

test('counters grow with the clock and gauges stay within their bounds', async () => {
  const [first, later] = [await scrape(1), await scrape(2.1)]
  expect(read(first, 'vllm:generation_tokens_total')).toBeGreaterThan(1_000_000)
  expect(read(later, 'vllm:generation_tokens_total')).toBeGreaterThan(
    read(first, 'vllm:generation_tokens_total'),
  )
  expect(read(later, 'vllm:kv_cache_usage_perc')).toBeGreaterThan(0)
  expect(read(later, 'vllm:kv_cache_usage_perc')).toBeLessThan(1)
})

test('the buckets of a histogram never fall and end with its count', async () => {
  const text = await scrape(3)
  const name = 'vllm:e2e_request_latency_seconds'
  const buckets = text
    .split('\n')
    .filter((line) => line.startsWith(`${name}_bucket`))
    .map((line) => Number(line.split(' ').at(-1)))
  expect(buckets).toEqual(buckets.toSorted((a, b) => a - b))
  expect(buckets.at(-1)).toBe(read(text, `${name}_count`))
})

test.each([
  ['gauge-nan', /num_requests_running\{[^}]*\} NaN$/m],
  ['gauge-infinite', /num_requests_running\{[^}]*\} \+Inf$/m],
  ['gauge-minus-infinite', /num_requests_running\{[^}]*\} -Inf$/m],
  ['long-label', /x{65536}/],
  ['crlf-lines', /\d\r\n/],
  ['counters-restart', /generation_tokens_total\{[^}]*\} 3$/m],
] as const)('%s can be seen in the text', async (fault, sight) => {
  expect(await scrape(1)).not.toMatch(sight)
  expect(await scrape(1, fault)).toMatch(sight)
})

test('the other faults take away or repeat what belongs there once', async () => {
  const count = (text: string, sight: RegExp) => text.match(sight)?.length ?? 0
  const running = /^vllm:num_requests_running\{/gm
  expect(count(await scrape(1, 'duplicate-series'), running)).toBe(2)
  expect(count(await scrape(1, 'no-infinite-bucket'), /\+Inf/g)).toBe(0)
  expect(await scrape(1, 'half-a-line')).not.toMatch(/\n$/)
})

test('an OpenMetrics answer breaks off before its end', async () => {
  const engine = startEngine(1)
  engine.faults.inject('openmetrics-without-end')
  const response = await engine.app.request('/metrics')
  expect(response.headers.get('content-type')).toMatch(/^application\/openmetrics-text/)
  const text = await response.text()
  expect(text).toContain('# TYPE vllm:generation_tokens counter')
  expect(text).not.toContain('# EOF')
})

test('a million samples are made while they are read', async () => {
  const engine = startEngine(1)
  engine.faults.inject('million-samples', { times: 1 })
  const text = await (await engine.app.request('/metrics')).text()
  expect(text.split('\n')).toHaveLength(1_000_001)
})

test.each([
  ['works', 0, /^0, GPU-[\w-]+, NVIDIA H100/],
  ['exits 9', 9, /^$/],
  ['knows nothing', 0, /^\[N\/A\]/],
] as const)('an nvidia-smi that %s', (kind, status, output) => {
  const run = spawnSync('/bin/sh', ['-c', writeNvidiaSmiScript(kind)], { encoding: 'utf8' })
  expect(run.status).toBe(status)
  expect(run.stdout).toMatch(output)
})

test('an nvidia-smi that hangs has to be killed', () => {
  const run = spawnSync('/bin/sh', ['-c', writeNvidiaSmiScript('hangs')], { timeout: 300 })
  expect(run.signal).toBe('SIGTERM')
})
