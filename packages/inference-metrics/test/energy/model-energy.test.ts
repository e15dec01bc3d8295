import { describe, expect, test } from 'vitest'
import {
  carbonCodes,
  carbonIntensity,
  modelEnergy,
  type GpuOfModel,
  type ModelUse,
} from '../../src/index.ts'
import { cheapestHosted } from '../../src/energy/hosted.ts'

const noInputs = { usdPerKwh: null, gramsCo2PerKwh: null, gramsSource: null, pue: null }

function gpu(joules: number, more: Partial<GpuOfModel> = {}): GpuOfModel {
  return {
    gpu: 'GPU-a',
    isGone: false,
    isShared: false,
    energy: { state: 'ok', joules, source: 'counter' },
    idleWatts: 78,
    ...more,
  }
}

function use(more: Partial<ModelUse> = {}): ModelUse {
  return {
    gpus: [gpu(25_000)],
    askedSeconds: 60,
    seconds: 60,
    promptTokens: 36_000,
    generationTokens: 18_000,
    meanRunning: 8,
    inputs: noInputs,
    hosted: [],
    ...more,
  }
}

test('the worked example of the reference: 25 kJ, 60 s, 18,000 tokens, 78 W idle', () => {
  const energy = modelEnergy(use())
  expect(energy).toMatchObject({
    state: 'ok',
    source: 'counter',
    boundary: 'gpu',
    joules: 25_000,
    // 78 × 60
    idleJoules: 4680,
    facilityJoules: null,
    plausible: true,
    co2Grams: null,
    usdPerMillionTokens: { usage: null, withIdle: null },
    hosted: null,
  })
  // 25,000 / 18 and (25,000 − 4,680) / 18; of all tokens / 54
  expect(energy.joulesPer1kGenerationTokens.gross).toBeCloseTo(1388.9, 1)
  expect(energy.joulesPer1kGenerationTokens.net).toBeCloseTo(1128.9, 1)
  expect(energy.joulesPer1kTokens.gross).toBeCloseTo(462.963, 3)
})

test('the example of the contract: two GPUs, PUE, money and CO₂', () => {
  const energy = modelEnergy(
    use({
      gpus: [gpu(40_000, { gpu: 'GPU-a' }), gpu(39_740, { gpu: 'GPU-b' })],
      seconds: 60,
      promptTokens: 910_200,
      generationTokens: 250_800,
      inputs: { usdPerKwh: 0.3, gramsCo2PerKwh: 342, gramsSource: 'DEU 2024', pue: 1.2 },
      hosted: [
        { model: 'free', inputUsd: 0, outputUsd: 0 },
        { model: 'large', inputUsd: 3e-6, outputUsd: 12e-6 },
        { model: 'small', inputUsd: 0.25e-6, outputUsd: 2e-6 },
      ],
    }),
  )
  expect(energy).toMatchObject({
    boundary: 'gpu_pue',
    joules: 79_740,
    idleJoules: 9360,
    facilityJoules: 95_688,
  })
  // 79,740 / 250.8; (79,740 − 9,360) / 250.8; / 1,161
  expect(energy.joulesPer1kGenerationTokens.gross).toBeCloseTo(317.9, 1)
  expect(energy.joulesPer1kGenerationTokens.net).toBeCloseTo(280.6, 1)
  expect(energy.joulesPer1kTokens.gross).toBeCloseTo(68.7, 1)
  expect(energy.joulesPer1kTokens.net).toBeCloseTo(60.6, 1)
  // 95,688 J are 0.02658 kWh × 342 g
  expect(energy.co2Grams).toBeCloseTo(9.09, 2)
  expect(energy.co2GramsPerMillionTokens).toBeCloseTo(7.83, 2)
  // 70,380 × 1.2 / 3.6e6 × 0.3 / 1.161, and 95,688 / 3.6e6 × 0.3 / 1.161
  expect(energy.usdPerMillionTokens.usage).toBeCloseTo(0.0061, 4)
  expect(energy.usdPerMillionTokens.withIdle).toBeCloseTo(0.0069, 4)
  // (0.25 × 910,200 + 2 × 250,800) / 1,161,000
  expect(energy.hosted).toMatchObject({ model: 'small' })
  expect(energy.hosted?.usdPerMillionTokens).toBeCloseTo(0.628, 3)
})

describe('the first state that fits', () => {
  const lost = gpu(1, { energy: { state: 'no_reading' } })
  const reset = gpu(1, { energy: { state: 'counter_reset' } })
  const gone = gpu(1, { isGone: true, energy: { state: 'no_reading' } })
  test.each<[string, Partial<ModelUse>]>([
    ['no_gpu', { gpus: [], seconds: null }],
    ['gpu_missing', { gpus: [gpu(1, { isShared: true }), gone], seconds: 10 }],
    ['gpu_shared', { gpus: [gpu(1, { isShared: true }), reset], seconds: 10 }],
    ['window_too_short', { askedSeconds: 59, gpus: [reset] }],
    ['window_too_short', { seconds: 53.9 }],
    ['window_too_short', { seconds: null }],
    ['counter_reset', { gpus: [lost, reset] }],
    ['no_reading', { gpus: [gpu(1), lost], generationTokens: 1 }],
    ['too_few_tokens', { generationTokens: 999 }],
    ['too_few_tokens', { generationTokens: null }],
    ['ok', { seconds: 54, generationTokens: 1000 }],
  ])('%s', (state, more) => expect(modelEnergy(use(more)).state).toBe(state))

  test('below ok, what cannot be had is not known', () => {
    expect(modelEnergy(use({ gpus: [gpu(1), gone] }))).toMatchObject({
      joules: null,
      idleJoules: null,
      source: null,
      joulesPer1kTokens: { gross: null, net: null },
      plausible: null,
    })
    expect(modelEnergy(use({ generationTokens: 10 }))).toMatchObject({
      joules: 25_000,
      idleJoules: 4680,
      joulesPer1kGenerationTokens: { gross: null, net: null },
    })
  })
})

test('without idle watts there is no net, and no cost of use', () => {
  const inputs = { ...noInputs, usdPerKwh: 0.3 }
  const energy = modelEnergy(use({ gpus: [gpu(25_000, { idleWatts: null })], inputs }))
  expect(energy).toMatchObject({
    idleJoules: null,
    joulesPer1kTokens: { net: null },
    usdPerMillionTokens: { usage: null },
  })
  expect(energy.usdPerMillionTokens.withIdle).toBeGreaterThan(0)
})

test('one GPU that was integrated makes an estimate of the whole', () => {
  const power = gpu(5, { energy: { state: 'ok', joules: 5, source: 'power' } })
  expect(modelEnergy(use({ gpus: [gpu(25_000), power] })).source).toBe('power')
})

test('a net is never below 0; a result outside of 0.02 to 50 J a token is not plausible', () => {
  expect(modelEnergy(use({ gpus: [gpu(4000)] })).joulesPer1kTokens.net).toBe(0)
  // 18,000 tokens: 0.02 J are 360 J, 50 J are 900,000 J.
  const plausible = (joules: number) => modelEnergy(use({ gpus: [gpu(joules)] })).plausible
  expect([359, 360, 900_000, 900_001].map(plausible)).toEqual([false, true, true, false])
})

test('CO₂ has a year and a source beside it, and nothing is assumed', () => {
  expect(carbonIntensity('DEU')).toEqual({ grams: 342, source: 'DEU 2024, Ember (CC BY-SA 4.0)' })
  expect(carbonIntensity(120)).toEqual({ grams: 120, source: 'configured' })
  expect(carbonIntensity('XXX')).toBeNull()
  expect(carbonCodes).toEqual(
    'WORLD DEU AUT CHE FRA NLD BEL ITA ESP POL GBR SWE NOR DNK FIN USA CAN IND CHN AUS'.split(' '),
  )
})

test('no hosted model is cheapest of none', () =>
  expect(cheapestHosted([], { promptTokens: 1, generationTokens: 1 })).toBeNull())
