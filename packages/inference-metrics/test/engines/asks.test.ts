import { expect, test } from 'vitest'
import { engines, type EngineKind } from '../../src/index.ts'

function ask(kind: EngineKind, path: string, answer: unknown) {
  const found = engines
    .find((engine) => engine.kind === kind)
    ?.asks.find((one) => one.path === path)
  return found?.read(answer)
}

test('what engines say of themselves beside their metrics', () => {
  expect(ask('vllm', '/version', { version: '0.32.0' })).toEqual({ version: '0.32.0' })
  expect(ask('ollama', '/api/version', { version: '0.12.3' })).toEqual({ version: '0.12.3' })
  expect(ask('llamacpp', '/v1/models', { data: [{ id: 'tiny' }] })).toEqual({ model: 'tiny' })
  // 2,048 in each of 4 slots
  const props = { default_generation_settings: { n_ctx: 2048 }, total_slots: 4 }
  expect(ask('llamacpp', '/props', props)).toEqual({ contextTokens: 2048, kvCapacityTokens: 8192 })
  expect(ask('tgi', '/info', { model_id: 'm', max_total_tokens: 4096 })).toEqual({
    model: 'm',
    version: null,
    contextTokens: 4096,
  })
})

test.each([null, 7, 'text', [], { version: 7 }, { data: 'x' }])('%j says nothing', (answer) => {
  for (const { asks } of engines)
    for (const { read } of asks)
      for (const value of Object.values(read(answer))) expect(value).toBeNull()
})
