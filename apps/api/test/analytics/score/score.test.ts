import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { efficiencyField } from '../../../src/analytics/score/efficiency.ts'
import { breadthOf, effectiveModels, volumeOf } from '../../../src/analytics/score/parts.ts'
import { pricedOutput } from '../../../src/analytics/score/priced-output.ts'
import { isEligible, scoreOf, yardstickOf } from '../../../src/analytics/score/score.ts'
import { scoreWeights } from '../../../src/analytics/score/weights.ts'
import { terms, trafficOf } from '../../support/traffic.ts'

const one = { completionTokens: 10_000, promptTokens: 30_000, successes: 50, spendUsd: 1 }
/** Half the output for the same money, twice the requests, half of the prompt from the cache. */
const two = { ...one, completionTokens: 5000, successes: 100, cacheReadTokens: 15_000 }

describe('the score', () => {
  it('of two teams is as computed by hand', () => {
    const teams = [trafficOf('one', { gpt: one }), trafficOf('two', { gpt: two })]
    const by = yardstickOf(teams, terms())
    const [first, second] = teams.map((team) => scoreOf(team, by))
    // The middle of 10,000 and 5,000 is par; 100 of 100 are reliable to 0.963, 50 of 50 to 0.9287.
    expect(by.par).toBe(7500)
    expect(first?.parts.efficiency).toEqual({ value: 1, weight: 0.35 })
    expect(second?.parts.efficiency.value).toBe(0)
    expect(first?.parts.volume.value).toBe(1)
    expect(second?.parts.volume.value).toBeCloseTo(Math.log(1 + (2 / 3) * (Math.E - 1)), 12)
    expect(first?.parts.cache).toEqual({ value: 0, weight: 0.1 })
    expect(second?.parts.cache.value).toBeCloseTo(0.5 / 0.6, 12)
    expect(first?.parts.breadth.value).toBe(0)
    expect(first?.total).toBeCloseTo(35 + 25 * 0.92865 + 20, 2)
    expect(second?.total).toBeCloseTo(25 * 0.963 + 20 * 0.7634 + 10 * 0.83333, 1)
  })

  it('leaves out who did too little, and gives the weight of what is not known to the rest', () => {
    const little = trafficOf('a', { gpt: { ...one, successes: 19 } })
    const short = trafficOf('b', { gpt: { ...one, completionTokens: 999 } })
    expect([little, short].map(isEligible)).toEqual([false, false])
    const alone = trafficOf('c', { llama: { ...one, spendUsd: 0, promptTokens: 19_999 } })
    const score = scoreOf(alone, yardstickOf([alone, little, short], terms()))
    expect(score?.parts.efficiency).toEqual({ value: null, weight: 0 })
    expect(score?.parts.cache).toEqual({ value: null, weight: 0 })
    expect(score?.parts.reliability.weight).toBeCloseTo(0.25 / 0.55, 12)
  })

  it('counts no cache of models that have no price for it', () => {
    const team = trafficOf('a', { gpt: two })
    const by = yardstickOf([team], terms({ gpt: { hasCachePrice: false } }))
    expect(scoreOf(team, by)?.parts.cache.value).toBeNull()
  })
})

describe('output per dollar', () => {
  it('of a model that costs nothing takes its shadow price or is left out', () => {
    const { models } = trafficOf('a', {
      gpt: { completionTokens: 1000, spendUsd: 0.5 },
      llama: { completionTokens: 4000, promptTokens: 10_000 },
    })
    expect(pricedOutput(models, terms())).toEqual({ output: 1000, usd: 0.5 })
    const shadow = { input: 1e-6, output: 1e-5 }
    const priced = pricedOutput(models, terms({ llama: { shadow } }))
    expect(priced?.output).toBe(5000)
    expect(priced?.usd).toBeCloseTo(0.5 + 0.01 + 0.04, 12)
    expect(pricedOutput(models.slice(1), terms())).toBeNull()
  })

  it('of a few requests is drawn towards that of everybody', () => {
    // Everybody: 1,100 per 1.001 $; the median spend of the two is 0.5005.
    const field = efficiencyField([
      { output: 1000, usd: 1 },
      { output: 100, usd: 0.001 },
    ])
    const usual = 1100 / 1.001
    expect(field.shrink({ output: 100, usd: 0.001 })).toBeCloseTo(
      (100 + 0.5005 * usual) / (0.001 + 0.5005),
      8,
    )
  })

  it('is a share of the others from eight teams on, else a place on a logarithmic scale', () => {
    const teams = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ output: 1000 * 2 ** index, usd: 1 }))
    const few = efficiencyField(teams(3))
    expect(few.sorted.map((value) => few.place(value))[0]).toBe(0)
    expect(few.place(few.sorted[2] ?? 0)).toBe(1)
    const [least = 0, middle = 0, most = 0] = few.sorted
    expect(few.place(middle)).toBeCloseTo(Math.log(middle / least) / Math.log(most / least), 12)
    const many = efficiencyField(teams(9))
    many.sorted.forEach((value, index) => expect(many.place(value)).toBeCloseTo(index / 8, 12))
    expect(efficiencyField(teams(1)).place(1000)).toBeNull()
    const equal = efficiencyField(Array.from({ length: 9 }, () => ({ output: 1000, usd: 1 })))
    expect(equal.place(equal.sorted[0] ?? 0)).toBe(0.5)
  })
})

test('par is enough, and four models used alike are as broad as can be', () => {
  expect(volumeOf(0, 5000)).toBe(0)
  expect(volumeOf(5000, 5000)).toBeCloseTo(1, 12)
  expect(volumeOf(9_000_000, 5000)).toBe(1)
  const alike = (count: number) =>
    trafficOf(
      'a',
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`m${index}`, { successes: 5 }]),
      ),
    ).models
  expect(effectiveModels(alike(3))).toBeCloseTo(3, 12)
  expect(breadthOf(effectiveModels(alike(1)))).toBe(0)
  expect(breadthOf(effectiveModels(alike(4)))).toBeCloseTo(1, 12)
  expect(breadthOf(effectiveModels(alike(9)))).toBe(1)
})

test('any board: scores from 0 to 100, weights that add up to 1, whatever the order of the rows', () => {
  const counters = fc.record({
    completionTokens: fc.nat(50_000),
    promptTokens: fc.nat(100_000),
    cacheReadTokens: fc.nat(50_000),
    successes: fc.nat(200),
    failures: fc.nat(50),
    spendUsd: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5, noNaN: true })),
  })
  const board = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), counters), { maxLength: 12 })
  fc.assert(
    fc.property(board, (each) => {
      const teams = each.map((models, index) => trafficOf(`team-${index}`, models))
      const scores = (list: typeof teams) => {
        const by = yardstickOf(list, terms())
        return list.map((team) => scoreOf(team, by))
      }
      const some = scores(teams)
      for (const score of some) {
        if (score === null) continue
        expect(score.total).toBeGreaterThanOrEqual(0)
        expect(score.total).toBeLessThanOrEqual(100)
        const weights = Object.values(score.parts).map(({ weight }) => weight)
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
      }
      scores(teams.toReversed())
        .toReversed()
        .forEach((score, index) =>
          expect(score?.total ?? -1).toBeCloseTo(some[index]?.total ?? -1, 6),
        )
    }),
  )
  expect(Object.values(scoreWeights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
})
