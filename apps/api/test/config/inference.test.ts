import { describe, expect, test } from 'vitest'
import { ConfigError, parseConfig } from '../../src/config.ts'
import { isRefusedHost } from '../../src/config/refused-address.ts'

const noFile = () => {
  throw new Error('no such file')
}
const inferenceOf = (env: Record<string, string>) => parseConfig(env, noFile).inference

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env, noFile)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('INFERENCE_URLS', () => {
  test('a name, an engine and a path are all optional', () => {
    const urls =
      'http://host-a:8000, gpu-01=http://host-b/, sglang+https://host-c, t=trtllm+http://d:1,ollama+http://e:2/own'
    expect(inferenceOf({ INFERENCE_URLS: urls }).engines).toEqual([
      { id: 'host-a:8000', kind: null, url: 'http://host-a:8000/metrics' },
      { id: 'gpu-01', kind: null, url: 'http://host-b/metrics' },
      { id: 'host-c:443', kind: 'sglang', url: 'https://host-c/metrics' },
      { id: 't', kind: 'trtllm', url: 'http://d:1/prometheus/metrics' },
      { id: 'e:2', kind: 'ollama', url: 'http://e:2/own' },
    ])
  })

  test.each([
    'ftp://canary',
    'canary',
    'http://user:canary@host',
    'http://host/?canary',
    'http://host/#canary',
    'Canary=http://host',
    'canary+http://host',
    'a=http://canary:1,a=http://canary:2',
    'http://canary:1,b=http://canary:1/metrics',
    `${'c'.repeat(33)}=http://canary`,
    Array.from({ length: 65 }, (_, index) => `http://canary:${index + 1}`).join(','),
  ])('refuses %s by its name, never by its value', (urls) => {
    const [problem, ...others] = problems({ INFERENCE_URLS: urls })
    expect(others).toEqual([])
    expect(problem).toMatch(/^INFERENCE_URLS /)
    expect(problem?.toLowerCase()).not.toContain('canary')
  })

  test.each([
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '[::ffff:169.254.169.254]',
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::a9fe:a9fe]',
    '[fe80::1]',
    '[febf::1]',
    '[fd00:ec2::254]',
    '100.100.100.200',
    '0.0.0.0',
    '0',
    '[::]',
    '224.0.0.1',
    '[ff02::1]',
    'metadata',
    'METADATA.google.internal.',
  ])('nobody may ask %s', (host) => {
    expect(problems({ INFERENCE_URLS: `http://${host}:80` })).toHaveLength(1)
    expect(problems({ GPU_SOURCE: `http://${host}:80` })).toHaveLength(1)
  })

  test.each(['127.0.0.1', '[::1]', '10.0.0.1', '192.168.1.1', '[fd00::1]', 'metadata.example.org'])(
    '%s may be asked',
    (host) => expect(isRefusedHost(host)).toBe(false),
  )
})

test('GPUs are those of nvidia-smi, of exporters, of none, or what there is', () => {
  expect(inferenceOf({}).gpus).toBe('auto')
  expect(inferenceOf({ GPU_SOURCE: 'none' }).gpus).toEqual([])
  expect(
    inferenceOf({ GPU_SOURCE: 'nvidia-smi,dcgm=http://host:9400', CUDA_VISIBLE_DEVICES: '0, 2' }),
  ).toMatchObject({
    gpus: [
      { id: 'nvidia-smi', url: null },
      { id: 'dcgm', url: 'http://host:9400/metrics' },
    ],
    visibleDevices: ['0', '2'],
  })
  expect(problems({ GPU_SOURCE: 'rocm-smi' })).toHaveLength(1)
  expect(problems({ GPU_SOURCE: 'nvidia-smi=http://host' })).toHaveLength(1)
})

test('links name models, engines and GPUs', () => {
  const { modelLinks, gpuLinks } = inferenceOf({
    INFERENCE_URLS: 'a=http://host-a:1,http://host-b:2',
    MODEL_ENGINES: 'chat=org/model@v2@a, b=x=label, all=@host-b:2',
    ENGINE_GPUS: 'a=GPU-8D1B1111+gpu-1e7c2222, host-b:2=dcgm:9400:1',
  })
  expect(modelLinks).toEqual([
    { publicModel: 'chat', model: 'org/model@v2', engine: 'a' },
    { publicModel: 'b=x', model: 'label', engine: null },
    { publicModel: 'all', model: null, engine: 'host-b:2' },
  ])
  expect(gpuLinks).toEqual([
    { engine: 'a', gpus: [{ uuid: 'GPU-8d1b1111' }, { uuid: 'GPU-1e7c2222' }] },
    { engine: 'host-b:2', gpus: [{ source: 'dcgm:9400', index: 1 }] },
  ])
})

test('what is linked has to be there', () => {
  const env = { INFERENCE_URLS: 'a=http://h', MODEL_ENGINES: 'm=l@b', ENGINE_GPUS: 'c=dcgm:0' }
  expect(problems(env)).toEqual([
    'MODEL_ENGINES names an engine that INFERENCE_URLS does not have.',
    'ENGINE_GPUS names an engine that INFERENCE_URLS does not have.',
  ])
  expect(problems({ MODEL_ENGINES: 'm' })).toHaveLength(1)
  expect(problems({ ENGINE_GPUS: 'a=0' })).toHaveLength(1)
})

test('goals, prices and grams are numbers within limits; a country has the grams of a year', () => {
  expect(inferenceOf({}).goals).toEqual({
    ttftP95Seconds: 2,
    itlP95Seconds: 0.05,
    queueP90Seconds: 1,
  })
  const env = { ENERGY_PRICE_USD_PER_KWH: '0.3', GRID_GRAMS_CO2_PER_KWH: 'DEU', PUE: '1.2' }
  expect(inferenceOf(env).energy).toEqual({
    usdPerKwh: 0.3,
    gramsCo2PerKwh: 342,
    gramsSource: 'DEU 2024, Ember (CC BY-SA 4.0)',
    pue: 1.2,
  })
  for (const bad of [
    { GOAL_TTFT_SECONDS: '0' },
    { GOAL_ITL_SECONDS: '601' },
    { ENERGY_PRICE_USD_PER_KWH: '-1' },
    { GRID_GRAMS_CO2_PER_KWH: 'XYZ' },
    { PUE: '0.9' },
    { INFERENCE_SECONDS: '1.5' },
  ])
    expect(problems(bad), JSON.stringify(bad)).toHaveLength(1)
})
