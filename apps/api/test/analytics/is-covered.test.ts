import { describe, expect, it } from 'vitest'
import { addByAge, createRate, knownMinutes, type Seen } from '../../src/analytics/decay.ts'
import { isCovered } from '../../src/analytics/is-covered.ts'

const hour = 1_763_600_400
const ms = (minute: number) => (hour + minute * 60) * 1000
/** Watched from the fifth minute to the 58th, but for 20:10 to 29:50 and 32 to 50. */
const coverage = {
  first: ms(5),
  last: ms(58) + 1000,
  gaps: [
    { from: ms(20) + 10_000, to: ms(29) + 50_000 },
    { from: ms(32), to: ms(50) },
  ],
}
const minutes = (from: number, to: number) => ({ from: hour + from * 60, to: hour + to * 60 })

describe('a span is watched', () => {
  it.each([
    ['from the first read on', 5, 6, true],
    ['not before it', 4, 5, false],
    ['until the last read, which is in this minute', 58, 59, true],
    ['not after it', 59, 60, false],
    ['not within a break', 22, 23, false],
    ['as a quarter where a break lies in one, since what came is placed there', 15, 30, true],
    ['not as five minutes of it', 25, 30, false],
    ['not as a quarter where the break is longer', 30, 45, false],
  ])('%s', (_, from, to, expected) => {
    expect(isCovered(coverage, minutes(from, to))).toBe(expected)
  })

  it('as an hour where the break lies in one', () => {
    expect(isCovered({ ...coverage, first: ms(0) }, minutes(0, 60))).toBe(true)
    expect(isCovered(null, minutes(0, 60))).toBe(false)
  })
})

describe('a rate', () => {
  const asOf = hour + 3600
  const all = new Array<boolean>(60).fill(true)
  const rate = (seen: readonly Seen[], isKnown = all) => {
    const amounts = new Float64Array(60)
    for (const each of seen) addByAge(amounts, asOf, each)
    return createRate(5, isKnown)(amounts)
  }
  const row = (start: number, width: number, amount: number) => ({
    ...{ start: hour + start * 60, width, amount },
  })

  it('that never changes is itself, however it was placed', () => {
    const steady = Array.from({ length: 60 }, (_, minute) => row(minute, 1, 7))
    expect(rate(steady)).toBeCloseTo(7, 9)
    expect(rate([row(0, 60, 420)])).toBeCloseTo(7, 9)
  })

  it('halves every half-life', () => {
    const now = rate([row(59, 1, 100)]) ?? NaN
    expect(rate([row(54, 1, 100)])).toBeCloseTo(now / 2, 9)
    expect(rate([row(49, 1, 100)])).toBeCloseTo(now / 4, 9)
    expect(now).toBeCloseTo((100 * (1 - 2 ** -0.2)) / (1 - 2 ** -12), 9)
  })

  it('leaves out what nobody watched, and is not known where that is now', () => {
    const late = all.map((_, age) => age < 10)
    const steady = Array.from({ length: 10 }, (_, minute) => row(50 + minute, 1, 7))
    expect(rate(steady, late)).toBeCloseTo(7, 9)
    expect(
      rate(
        steady,
        all.map((_, age) => age >= 5),
      ),
    ).toBeNull()
    expect(rate([], all)).toBe(0)
  })

  it('knows a minute that was watched, or whose hour was', () => {
    const known = knownMinutes(asOf, 60, (span) => isCovered(coverage, span))
    expect(known[1]).toBe(true)
    expect(known[0]).toBe(false)
    expect(known[59 - 22]).toBe(false)
  })
})
