import { expect, test } from 'vitest'
import { adviceText, gainText, leverText } from '../../../src/features/team/lever-text.ts'
import { runwayParts } from '../../../src/features/team/runway.ts'
import { words as de } from '../../../src/i18n/messages/de/index.ts'
import { words as en } from '../../../src/i18n/messages/en/index.ts'
import { team as deTeam } from '../../../src/i18n/messages/de/rooms/team.ts'
import { team } from '../../../src/i18n/messages/en/rooms/team.ts'
import { createFormat } from '../../../src/lib/format.ts'

const format = createFormat('en', en.units, 'UTC')
const lever = (
  kind: 'cache' | 'volume',
  unit: 'share' | 'tokens',
  current: number,
  target: number,
) => ({ kind, unit, current, target, gain_pts: 3.27, model: null, move: null }) as const

test('a lever says what to do and what it brings, in both languages', () => {
  const cache = lever('cache', 'share', 0.247, 0.447)
  expect(leverText(cache, team, format)).toBe(
    'Serve 44.70\u202F% of your prompts from cache (now 24.70\u202F%)',
  )
  expect(gainText(cache, team, format)).toBe('about +3.3 points')
  expect(
    leverText(lever('volume', 'tokens', 4000, 9000), deTeam, createFormat('de', de.units, 'UTC')),
  ).toBe('Erzeuge 5,00\u202Fk Antworttoken mehr')
})

test('a lever names the models that it is about, and what it saves', () => {
  const move = { from: 'claude-haiku-4.5', to: 'gpt-5-mini', share: 2 / 3, saves_usd: 0.0912 }
  const cheaper = {
    kind: 'efficiency',
    unit: 'tokens_per_usd',
    current: 378_000,
    target: 673_000,
    gain_pts: 7.04,
    model: null,
    move,
  } as const
  expect(adviceText(cheaper, team, format)).toBe(
    'Move work from claude-haiku-4.5 to gpt-5-mini: about +7.0 points, −$0.09',
  )
  const cache = { ...lever('cache', 'share', 0.34, 0.54), model: 'gpt-5' }
  expect(leverText(cache, team, format)).toContain('cache (now 34.00\u202F%), first on gpt-5')
})

test('before a team is ranked the way to its rank is the lever', () => {
  const first = {
    kind: 'qualify',
    unit: 'requests',
    current: 14,
    target: 20,
    gain_pts: null,
    model: null,
    move: null,
  } as const
  expect(leverText(first, team, format)).toBe('6 more requests and the team is ranked')
  expect(gainText(first, team, format)).toBe('')
})

test.each([
  [9, '9', 'min', 'bad'],
  [29, '29', 'min', 'warn'],
  [84, '1 h 24', 'min', 'ok'],
  [1500, '25', 'h', 'ok'],
  [17_705, 'over 3', 'days', 'ok'],
])('a budget for %f minutes reads %s %s', (minutes, value, unit, tone) => {
  expect(runwayParts(minutes, team, format)).toEqual({ value, unit, tone })
})

test('a budget that nothing draws on has no runway', () => {
  expect(runwayParts(null, team, format)).toBeNull()
})
