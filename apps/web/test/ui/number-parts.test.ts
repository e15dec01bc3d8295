import { expect, test } from 'vitest'
import { words } from '../../src/i18n/messages/en/index.ts'
import { createFormat } from '../../src/lib/format.ts'
import { numberParts } from '../../src/ui/number-parts.ts'

const en = createFormat('en', words.units)

test.each([
  ['count', 3_840_000, { value: '3.84', unit: 'M', exact: '3,840,000' }],
  ['usd', 4.671, { value: '$4.67', unit: '', exact: '$4.671' }],
  ['usd', 24_500, { value: '$24.5', unit: 'k', exact: '$24,500.00' }],
  ['percent', 97.734, { value: '97.73', unit: '%', exact: '97.73\u00A0%' }],
  ['share', 0.5, { value: '50.00', unit: '%', exact: '50.00\u00A0%' }],
  ['score', 91.94, { value: '91.9', unit: '', exact: '91.9400' }],
] as const)('%s %d', (kind, value, parts) => {
  expect(numberParts(value, kind, en)).toEqual(parts)
})
