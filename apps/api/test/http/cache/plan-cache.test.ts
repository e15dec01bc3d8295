import { expect, test } from 'vitest'
import { createPlanCache } from '../../../src/http/cache/plan-cache.ts'
import type { Plan } from '../../../src/http/routes/route.ts'

test('an address is parsed once a minute, another one for itself, and a refused one each time', () => {
  let at = Date.parse('2026-11-21T12:00:10Z')
  const asked: string[] = []
  const planOf = createPlanCache(() => at)
  const ask = (address: string) =>
    planOf(address, (now): Plan => {
      asked.push(`${address} ${new Date(now).toISOString().slice(11, 19)}`)
      if (address.endsWith('x')) throw new Error('no question')
      return { question: address, until: null, days: null, read: () => Promise.resolve(null) }
    })
  expect(ask('/a')).toBe(ask('/a'))
  expect(ask('/b').question).toBe('/b')
  at += 49_000
  ask('/a')
  at += 1000
  ask('/a')
  at -= 1000
  ask('/a')
  for (let time = 0; time < 2; time += 1) expect(() => ask('/x')).toThrow('no question')
  expect(asked).toEqual([
    ...['/a 12:00:10', '/b 12:00:10', '/a 12:01:00', '/a 12:00:59'],
    ...['/x 12:00:59', '/x 12:00:59'],
  ])
})
