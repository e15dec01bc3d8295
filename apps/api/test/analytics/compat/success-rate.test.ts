import { CompatSuccessRate } from '@podium/contracts'
import { expect, test } from 'vitest'
import { successRate } from '../../../src/analytics/compat/success-rate.ts'
import { noCounters } from '../../../src/domain/counters.ts'
import { asked, team } from '../../support/asked.ts'

const rateOf = (successes: number, failures: number) => {
  const requests = successes + failures
  const counters = { ...noCounters, requests, successes, failures }
  const answer = successRate([{ teamId: 'a', counters }], asked([team('a', 'A')]))
  return CompatSuccessRate.parse(answer).teams[0]
}

test.each([
  [2, 1, 66.67],
  [1, 2, 33.33],
  [7, 0, 100],
  [0, 3, 0],
  [0, 0, 0],
  [1, 799, 0.13],
  [199_999, 1, 100],
])('%i of them good and %i not is %f percent', (successes, failures, rate) => {
  expect(rateOf(successes, failures)).toEqual({
    name: 'A',
    total_requests: successes + failures,
    successful_requests: successes,
    failed_requests: failures,
    success_rate: rate,
  })
})
