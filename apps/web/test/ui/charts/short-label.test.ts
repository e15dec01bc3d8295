import { expect, test } from 'vitest'
import { shortLabel } from '../../../src/ui/charts/short-label.ts'

test('a name of thousands of letters ends in dots, and in no half of a letter', () => {
  expect(shortLabel('Latent Lions')).toBe('Latent Lions')
  expect(shortLabel('W'.repeat(10_000))).toBe(`${'W'.repeat(119)}…`)
  expect(shortLabel(`${'W'.repeat(118)}🚀🚀🚀`)).toBe(`${'W'.repeat(118)}…`)
})
