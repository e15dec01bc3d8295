import { expect, test } from 'vitest'
import { beforeText, changeText } from '../../../src/features/analytics/metrics/change-text.ts'
import { analytics } from '../../../src/i18n/messages/en/rooms/analytics.ts'
import { inEnglish } from '../../support/in-english.ts'

const format = inEnglish().format.value

test('a change is signed and has one decimal, in percent or points', () => {
  expect(changeText(0.0312, false, format)).toBe('+3.1\u00A0%')
  expect(changeText(-0.4, true, format)).toBe('−0.4\u00A0pts')
})

test.each([
  ['today', 'on yesterday'],
  ['1h', 'on the hour before'],
  ['7d', 'on the week before'],
] as const)('a change of %s is %s', (range, text) => {
  expect(beforeText(range, analytics)).toBe(text)
})

test('a change of a span of its own is on the period before', () => {
  expect(beforeText({ from: '2026-11-20', to: '2026-11-21' }, analytics)).toBe(
    'on the period before',
  )
})
