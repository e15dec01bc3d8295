import { Inference } from '@podium/contracts'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { capture } from '../../../../../packages/inference-metrics/test/support/captures.ts'
import { serve } from '../../support/inference/serve-text.ts'
import { watchEngines } from '../../support/inference/watched-engines.ts'
import { runs } from '../../support/runs.ts'
import { testApp } from '../../support/test-app.ts'

const bodies = ['vllm.prom', 'llamacpp.prom', 'triton.prom', 'dcgm.prom', 'ollama.json'].map(
  capture,
)
const text = fc.string({ unit: 'binary', maxLength: 40 })

/** A body of a genuine engine of which a part is something else. */
const spoilt = fc
  .record({
    body: fc.constantFrom(...bodies),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 2000 }),
    put: fc.oneof(
      text,
      fc.constantFrom('NaN', '-1e308', '1e999', '{', '"', '\u0000', '\n'.repeat(99)),
    ),
  })
  .map(({ body, at, length, put }) => {
    const start = Math.floor(at * body.length)
    return body.slice(0, start) + put + body.slice(start + length)
  })

test(
  'whatever an engine answers, every address keeps its shape and nothing fails',
  async () => {
    let body = ''
    let at = Date.parse('2026-11-21T12:00:00Z')
    const url = await serve((_, response) => response.end(body))
    const { state, tickAt } = watchEngines({
      INFERENCE_URLS: `one=${url}`,
      GPU_SOURCE: `gpu=${url}/gpu`,
    })
    const { get, faults } = await testApp({
      inference: state,
      now: () => at,
      env: { REQUESTS_PER_SECOND: '0' },
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: spoilt }, text), async (answer) => {
        body = answer
        at += 5000
        await tickAt(at)
        const response = await get('/api/v1/inference')
        const json = await response.text()
        Inference.parse(JSON.parse(json))
        expect((await get('/api/v1/gpus')).status).toBe(200)
      }),
      runs(100, 10_000),
    )
    expect(faults).toEqual([])
  },
  inject('isDeep') ? 1_200_000 : 180_000,
)
