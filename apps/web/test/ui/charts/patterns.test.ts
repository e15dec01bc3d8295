import { expect, test } from 'vitest'
import type { Colour } from '../../../src/ui/charts/picture.ts'
import type { Palette } from '../../../src/ui/charts/canvas/palette.ts'
import { patternOf } from '../../../src/ui/charts/canvas/patterns.ts'

const colours: Colour[] = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6', '--s7']

const blackOnWhite: Palette = {
  of: (colour) => (colour === '--panel' ? '#fff' : '#000'),
  faint: () => '#888',
  font: 'sans-serif',
  isForced: true,
}

function pixelsOf(colour: Colour, isSheer: boolean): Uint8ClampedArray {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('there is no canvas')
  context.fillStyle = patternOf(context, blackOnWhite, colour, { isSheer })
  context.fillRect(0, 0, 24, 24)
  return context.getImageData(0, 0, 24, 24).data
}
const isClear = (pixels: Uint8ClampedArray) =>
  pixels.some((value, at) => at % 4 === 3 && value === 0)

test.each([
  ['a solid', false],
  ['a sheer', true],
])('each of seven series has %s pattern of its own', (_, isSheer) => {
  const drawn = colours.map((colour) => pixelsOf(colour, isSheer).join())
  expect(new Set(drawn).size).toBe(colours.length)
})

test('what is below a sheer pattern is seen through it; that of the others is empty', () => {
  for (const colour of colours) expect(isClear(pixelsOf(colour, true))).toBe(true)
  expect(pixelsOf('--s0', true).every((value) => value === 0)).toBe(true)
  for (const colour of colours) expect(isClear(pixelsOf(colour, false))).toBe(false)
})
