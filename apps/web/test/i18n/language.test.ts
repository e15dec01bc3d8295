import { expect, test } from 'vitest'
import { pickLanguage } from '../../src/i18n/language.ts'

test.each([
  [null, ['de-AT', 'en'], 'de'],
  [null, ['fr', 'de'], 'de'],
  [null, ['fr'], 'en'],
  ['en', ['de'], 'en'],
  ['xx', ['de'], 'de'],
] as const)('chosen %s, preferred %j: %s', (chosen, preferred, language) => {
  expect(pickLanguage(chosen, preferred)).toBe(language)
})
