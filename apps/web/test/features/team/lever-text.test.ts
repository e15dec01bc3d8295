import { expect, test } from 'vitest'
import { gainText, leverText } from '../../../src/features/team/lever-text.ts'
import { runwayParts } from '../../../src/features/team/runway.ts'
import { words as de } from '../../../src/i18n/messages/de/index.ts'
import { words as en } from '../../../src/i18n/messages/en/index.ts'
import { createFormat } from '../../../src/lib/format.ts'

const format = createFormat('en', en.units, 'UTC')
const lever = (
  kind: 'cache' | 'volume',
  unit: 'share' | 'tokens',
  current: number,
  target: number,
) => ({ kind, unit, current, target, gain_pts: 3.27 }) as const

test('a lever says what to do and what it brings, in both languages', () => {
  const cache = lever('cache', 'share', 0.247, 0.447)
  expect(leverText(cache, en.team, format)).toBe(
    'Serve 44.70\u202F% of your prompts from cache (now 24.70\u202F%)',
  )
  expect(gainText({ score: 62.31, lever: cache }, en.team, format)).toBe(
    'about +3.3 pts (score now 62.3)',
  )
  expect(
    leverText(lever('volume', 'tokens', 4000, 9000), de.team, createFormat('de', de.units, 'UTC')),
  ).toBe('Schreibe 5,00\u202Fk Antworttoken mehr')
})

test('before a team is ranked the way to its rank is the lever', () => {
  const first = {
    kind: 'qualify',
    unit: 'requests',
    current: 14,
    target: 20,
    gain_pts: null,
  } as const
  expect(leverText(first, en.team, format)).toBe('6 more requests and the team is ranked')
  expect(gainText({ score: null, lever: first }, en.team, format)).toBe('')
})

test.each([
  [9, '9', 'min', 'bad'],
  [29, '29', 'min', 'warn'],
  [84, '1 h 24', 'min', 'ok'],
  [1500, '25', 'h', 'ok'],
  [17_705, '12', 'days', 'ok'],
])('a budget for %f minutes reads %s %s', (minutes, value, unit, tone) => {
  expect(runwayParts(minutes, en.team, format)).toEqual({ value, unit, tone })
})

test('a budget that nothing draws on has no runway', () => {
  expect(runwayParts(null, en.team, format)).toBeNull()
})
