import { expect, test } from 'vitest'
import type { Colour } from '../../../src/ui/charts/picture.ts'
import type { Palette } from '../../../src/ui/charts/canvas/palette.ts'
import { patternOf, sheerPatternOf } from '../../../src/ui/charts/canvas/patterns.ts'

const colours: Colour[] = ['--s1', '--s2', '--s3', '--s4', '--s5', '--s6', '--s7']

const blackOnWhite: Palette = {
  of: (colour) => (colour === '--panel' ? '#fff' : '#000'),
  faint: () => '#888',
  font: 'sans-serif',
  isForced: true,
}

function pixelsOf(fill: typeof patternOf, colour: Colour): Uint8ClampedArray {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) throw new Error('there is no canvas')
  context.fillStyle = fill(context, blackOnWhite, colour)
  context.fillRect(0, 0, 24, 24)
  return context.getImageData(0, 0, 24, 24).data
}
const isClear = (pixels: Uint8ClampedArray) =>
  pixels.some((value, at) => at % 4 === 3 && value === 0)

test.each([patternOf, sheerPatternOf])(
  '%o gives each of seven series a fill of its own',
  (fill) => {
    const drawn = colours.map((colour) => pixelsOf(fill, colour).join())
    expect(new Set(drawn).size).toBe(colours.length)
  },
)

test('what is below a bubble is seen through its pattern; the others are empty', () => {
  for (const colour of colours) expect(isClear(pixelsOf(sheerPatternOf, colour))).toBe(true)
  expect(pixelsOf(sheerPatternOf, '--s0').every((value) => value === 0)).toBe(true)
  for (const colour of colours) expect(isClear(pixelsOf(patternOf, colour))).toBe(false)
})
