import { expect, test } from 'vitest'
import { units } from '../../../src/i18n/messages/en/units.ts'
import { createFormat } from '../../../src/lib/format.ts'
import { barSentence } from '../../../src/ui/charts/canvas/bar-sentence.ts'
import type { BarPart, BarsPicture } from '../../../src/ui/charts/picture.ts'

const format = createFormat('en', units)
const picture: BarsPicture = { kind: 'count', min: 0, max: 1, heads: ['', 'Failed'], groups: [] }
const part = (label: string, value: number): BarPart => ({ label, value, colour: '--b1' })
const bar = { key: 't_1', label: 'Byte Club', texts: ['12.3 k', '3'] }

test('a bar says what stands beside it, under its heads', () => {
  const sentence = barSentence({ ...bar, parts: [part('Tokens', 12_345)] }, picture, format)
  expect(sentence).toBe('Byte Club: 12.3 k, Failed 3')
})

test('a bar of several parts says each of them in full', () => {
  const parts = [part('Prompt', 12_000), part('Completion', 345)]
  expect(barSentence({ ...bar, parts }, picture, format)).toBe(
    'Byte Club: 12.3 k, Failed 3, Prompt 12,000, Completion 345',
  )
})
