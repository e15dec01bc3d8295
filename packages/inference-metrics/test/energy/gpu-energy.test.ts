import { describe, expect, test } from 'vitest'
import { gpuEnergy, idleWatts, isBusy, type PowerSample } from '../../src/index.ts'

const window = { from: 0, to: 60_000 }

/** A sample every `step` seconds of a minute. */
function samples(step: number, make: (second: number) => Partial<PowerSample>): PowerSample[] {
  return Array.from({ length: 60 / step + 1 }, (_, index) => ({
    at: index * step * 1000,
    powerWatts: null,
    energyJoules: null,
    ...make(index * step),
  }))
}

describe('the energy of a GPU', () => {
  test('by its counter is watts between its first and last step, times the window', () => {
    // It steps every 10 s by 4,000 J; seen at 10, 20, … 60 s: 20,000 J in 50 s are 400 W, 24,000 J in 60 s.
    const counted = samples(5, (second) => ({
      energyJoules: 9000 + Math.floor(second / 10) * 4000,
    }))
    expect(gpuEnergy(counted, window)).toEqual({ state: 'ok', joules: 24_000, source: 'counter' })
  })

  test('does not depend on where in the window the steps fall', () => {
    // The same 400 W, but the counter steps at 7, 37 s: a plain difference would give 24,000 J only by luck.
    const counted = samples(1, (second) => ({
      energyJoules: Math.floor((second + 23) / 30) * 12_000,
    }))
    expect(gpuEnergy(counted, window)).toEqual({ state: 'ok', joules: 24_000, source: 'counter' })
  })

  test('without two steps is integrated from power, and says so', () => {
    // From 100 W to 400 W in a straight line: 250 W in the mean.
    const rising = samples(5, (second) => ({ powerWatts: 100 + second * 5, energyJoules: 0 }))
    expect(gpuEnergy(rising, window)).toEqual({ state: 'ok', joules: 15_000, source: 'power' })
  })

  test('is unknown when the counter began again in the window', () => {
    const reset = samples(5, (second) => ({
      powerWatts: 100,
      energyJoules: second < 30 ? 500 + second : second,
    }))
    expect(gpuEnergy(reset, window)).toEqual({ state: 'counter_reset' })
  })

  test('is unknown without a reading', () => {
    expect(
      gpuEnergy(
        samples(5, () => ({})),
        window,
      ),
    ).toEqual({ state: 'no_reading' })
    expect(gpuEnergy([], window)).toEqual({ state: 'no_reading' })
    expect(gpuEnergy([{ at: 5, powerWatts: 3, energyJoules: null }], window)).toEqual({
      state: 'no_reading',
    })
  })

  test('is that of the window, whatever else was sampled', () => {
    const long = [...samples(5, (second) => ({ powerWatts: second <= 30 ? 100 : 900 }))]
    expect(gpuEnergy(long, { from: 0, to: 30_000 })).toMatchObject({ joules: 3000 })
  })
})

describe('what a GPU draws while nobody uses it', () => {
  const power = Array.from({ length: 40 }, (_, index) => ({
    at: index * 5000,
    powerWatts: 70 + (index % 3),
  }))
  const quiet = power.map(({ at }) => ({ at, isBusy: false }))

  test('is the median of its samples after 30 s of quiet', () =>
    expect(idleWatts(power, [quiet])).toBe(71))

  test('does not count samples of less than 30 s of quiet, of any of its engines', () => {
    // Busy until 150 s, so 180 s to 195 s are quiet: 4 samples.
    const later = quiet.map(({ at }) => ({ at, isBusy: at < 150_000 }))
    expect(idleWatts(power, [quiet, later])).toBeNull()
    // Busy until 100 s: 130 s to 195 s are 14 samples.
    const sooner = quiet.map(({ at }) => ({ at, isBusy: at < 105_000 }))
    expect(idleWatts(power, [quiet, sooner])).toBe(71)
  })

  test('needs ten samples, an engine, and a power', () => {
    expect(idleWatts(power.slice(0, 15), [quiet])).toBeNull()
    expect(idleWatts(power.slice(0, 16), [quiet])).toBe(71)
    expect(idleWatts(power, [])).toBeNull()
    expect(idleWatts(power, [[]])).toBeNull()
    expect(
      idleWatts(
        power.map(({ at }) => ({ at, powerWatts: null })),
        [quiet],
      ),
    ).toBeNull()
  })

  test('is not what it draws while something may run', () => {
    expect(isBusy({ running: 0, waiting: 0, tokens: 0 })).toBe(false)
    expect(isBusy({ running: 0, waiting: 0, tokens: 5 })).toBe(true)
    expect(isBusy({ running: null, waiting: 0, tokens: 0 })).toBe(true)
  })
})
