import { expect, test } from 'vitest'
import { createMinutes } from '../../../src/collect/inference/minutes.ts'
import { heldBytes } from '../../support/held-bytes.ts'
import { serve } from '../../support/inference/serve-text.ts'
import { watchEngines } from '../../support/inference/watched-engines.ts'

const minute = 60_000

/** Models, buckets and GPUs that nobody has heard of before. */
function strange(answer: number): string {
  const models = Array.from({ length: 40 }, (_, index) => {
    const of = `model_name="m${answer}-${index}"`
    const buckets = Array.from(
      { length: 20 },
      (_, at) => `vllm:time_to_first_token_seconds_bucket{${of},le="${at + answer / 1e6}"} ${at}\n`,
    )
    return [
      `vllm:generation_tokens_total{${of}} ${answer}\n`,
      ...buckets,
      `vllm:time_to_first_token_seconds_bucket{${of},le="+Inf"} 20\n`,
    ].join('')
  })
  const gpus = Array.from(
    { length: 20 },
    (_, index) => `DCGM_FI_DEV_POWER_USAGE{gpu="${index}",UUID="GPU-${answer}-${index}"} 100\n`,
  )
  return [...models, ...gpus].join('')
}

test('an engine that names everything anew with each answer does not fill the memory', async () => {
  let answer = 0
  const url = await serve((_, response) => response.end(strange((answer += 1))))
  const minutes = createMinutes(minute)
  const { tickAt } = watchEngines(
    { INFERENCE_URLS: `one=vllm+${url}`, INFERENCE_SECONDS: '60' },
    (tick) => {
      minutes.take(tick)
      minutes.cut(tick.at)
      return Promise.resolve()
    },
  )
  const watchTo = async (end: number) => {
    for (; answer < end;) await tickAt(Date.parse('2026-11-21T12:00:00Z') + answer * minute)
    return heldBytes()
  }
  const before = await watchTo(100)
  // Of 6,000 more models forty are there.
  expect((await watchTo(250)) - before).toBeLessThan(3 * 2 ** 20)
})
