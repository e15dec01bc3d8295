import { expect, test } from 'vitest'
import { parseExposition } from '../src/index.ts'

const only = (line: string) => parseExposition(line).samples[0]

test('an engine answer becomes families and samples', () => {
  const text = [
    '# HELP vllm:num_requests_running Number of requests.',
    '# TYPE vllm:num_requests_running gauge',
    'vllm:num_requests_running{engine="0",model_name="tiny-random"} 16.0',
    '# TYPE vllm:e2e_request_latency_seconds histogram',
    'vllm:e2e_request_latency_seconds_bucket{le="+Inf"} 3.0',
    '',
  ].join('\r\n')
  expect(parseExposition(text)).toEqual({
    families: new Map([
      ['vllm:num_requests_running', 'gauge'],
      ['vllm:e2e_request_latency_seconds', 'histogram'],
    ]),
    samples: [
      {
        name: 'vllm:num_requests_running',
        labels: new Map([
          ['engine', '0'],
          ['model_name', 'tiny-random'],
        ]),
        value: 16,
      },
      {
        name: 'vllm:e2e_request_latency_seconds_bucket',
        labels: new Map([['le', '+Inf']]),
        value: 3,
      },
    ],
    malformed: 0,
  })
})

test('braces, commas, hashes and escapes inside a label value belong to the value', () => {
  expect(only(String.raw`m{a="x},{#\"y\"",b="1\\2\n3\q"} 1`)?.labels).toEqual(
    new Map([
      ['a', 'x},{#"y"'],
      ['b', '1\\2\n3\\q'],
    ]),
  )
})

test('a quoted name, a blank after a comma, a trailing comma and an exemplar are accepted', () => {
  expect(only('{"http.requests", method="GET",} 2 1700000000 # {trace="x"} 1')).toEqual({
    name: 'http.requests',
    labels: new Map([['method', 'GET']]),
    value: 2,
  })
})

test('numbers that are none are named, not guessed', () => {
  const values = parseExposition('a NaN\nb -nan\nc +Inf\nd -Inf\ne 1.5e-06\nf .5').samples
  expect(values.map((sample) => sample.value)).toEqual([NaN, NaN, Infinity, -Infinity, 1.5e-6, 0.5])
})

test('what is no sample is counted and never taken for one', () => {
  const text = 'a{b="c} 1\nno_value\nnot a number\n0x10 0x10\nx 12abc'
  expect(parseExposition(text)).toMatchObject({ samples: [], malformed: 5 })
})
