import { expect, test } from 'vitest'
import { readEngine } from '../../src/index.ts'
import { onlyModel, readingOf } from '../support/captures.ts'

test('several models in one target are several rows, by name', () => {
  const { models } = readingOf(
    [
      'nv_inference_request_success{model="b",version="1"} 5',
      'nv_inference_request_success{model="b",version="2"} 6',
      'nv_inference_request_success{model="a",version="1"} 7',
      'nv_inference_pending_request_count{model="a",version="1"} 1',
      '',
    ].join('\n'),
  )
  expect(models.map(({ model, waiting }) => ({ model, waiting }))).toEqual([
    { model: 'a', waiting: 1 },
    { model: 'b', waiting: null },
  ])
  expect([...(models[1]?.totals.counters.finished?.values() ?? [])]).toEqual([5, 6])
})

test('what names no model belongs to none of several', () => {
  const line = (model: string) => `vllm:num_requests_running{engine="0",model_name="${model}"} 1\n`
  const http = 'http_requests_total{handler="/v1/completions",status="4xx"} 9\n'
  expect(onlyModel(readingOf(line('a') + http)).totals.counters.refused?.size).toBe(1)
  for (const { totals } of readingOf(line('a') + line('b') + http).models)
    expect(totals.counters.refused).toBeNull()
})

test('the stages of vLLM-Omni are not added, and its own families are not read', () => {
  const text = [
    'vllm_omni:num_requests_waiting 9',
    'vllm:num_requests_waiting{engine="0",model_name="m"} 2',
    'vllm:num_requests_waiting{engine="1",model_name="m"} 3',
    '',
  ].join('\n')
  expect(onlyModel(readingOf(text))).toMatchObject({ waiting: 2, ranks: 1 })
  // Without it they are data-parallel ranks.
  expect(onlyModel(readingOf(text.replace(/.*\n/, '')))).toMatchObject({ waiting: 5 })
})

test('names of proxies and of Ray are read as the engine’s', () => {
  for (const prefix of ['vllm_', 'ray_vllm:', 'ray_vllm_'])
    expect(onlyModel(readingOf(`${prefix}num_requests_running{model_name="m"} 4\n`))).toMatchObject(
      {
        model: 'm',
        running: 4,
      },
    )
})

test('old names of vLLM give the same figures', () => {
  const model = onlyModel(
    readingOf(
      [
        'vllm:gpu_cache_usage_perc{engine="0",model_name="m"} 0.5',
        'vllm:gpu_prefix_cache_hits_total{engine="0",model_name="m"} 3',
        'vllm:gpu_prefix_cache_queries_total{engine="0",model_name="m"} 4',
        'vllm:time_per_output_token_seconds_count{engine="0",model_name="m"} 8',
        '',
      ].join('\n'),
    ),
  )
  expect(model.kvCacheRatio).toBe(0.5)
  expect(model.missing.map(({ figure }) => figure)).not.toContain('prefix_hit_ratio')
  expect([...(model.totals.latencies.itl?.values() ?? [])][0]?.count).toBe(8)
})

test('a gauge that says NaN, or less than 0, is not known', () => {
  const text = 'ray_vllm:num_requests_running 1\nray_vllm:kv_cache_usage_perc -1.0\n'
  expect(onlyModel(readingOf(text))).toMatchObject({ running: 1, kvCacheRatio: null })
  const nan = 'sglang:num_running_reqs NaN\n'
  expect(onlyModel(readingOf(nan))).toMatchObject({ running: null })
})

test('of a series that comes twice the last one counts', () => {
  const text = 'vllm:num_requests_running{engine="0"} 1\nvllm:num_requests_running{engine="0"} 3\n'
  expect(onlyModel(readingOf(text)).running).toBe(3)
})

test('labels with le, gt and _count do not make a histogram of a gauge', () => {
  const text = [
    '# TYPE sglang:routing_key_all_req_count gauge',
    'sglang:routing_key_all_req_count{gt="200",le="+Inf",model_name="m"} 4',
    'sglang:num_running_reqs{model_name="m"} 1',
    '',
  ].join('\n')
  const { totals } = onlyModel(readingOf(text))
  expect(Object.values(totals.latencies)).toEqual([null, null, null, null, null])
})

test('an engine of more models than there are is refused as a whole', () => {
  const text = (models: number) =>
    Array.from(
      { length: models },
      (_, index) => `vllm:num_requests_running{model_name="m${index}"} 1\n`,
    ).join('')
  expect(readingOf(text(256)).models).toHaveLength(256)
  expect(readEngine(text(257))).toEqual({ ok: false, reason: 'too_large' })
})
