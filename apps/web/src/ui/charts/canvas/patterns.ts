import type { Colour } from '../picture.ts'
import type { Palette } from './palette.ts'

type Fill = CanvasPattern | string

/** In a tile of 8 × 8: filled, or drawn as a line. */
type PatternShape = { d: string; isLine: boolean }
const tilePx = 8

const whole: PatternShape = { d: 'M0 0h8v8H0z', isLine: false }
const shapes: readonly PatternShape[] = [
  whole,
  { d: 'M0 4h8', isLine: true },
  { d: 'M4 0v8', isLine: true },
  { d: 'M-2-2l12 12M6-2l4 4M-2 6l4 4', isLine: true },
  { d: 'M2 2h4v4H2z', isLine: false },
  { d: 'M0 4h8M4 0v8', isLine: true },
  { d: 'M0 0l8 8M8 0l-8 8', isLine: true },
  { d: 'M0 0h4v4H0zM4 4h4v4H4z', isLine: false },
]
/** What nobody knows leans to the other side than any line of a stack. */
const holeShape: PatternShape = { d: 'M-2 10l12-12M-2 2l4-4M6 10l4-4', isLine: true }

/** Where there are no colours, each has a pattern instead; the strongest part and the others are whole. */
export function patternShape(colour: Colour): PatternShape {
  const [, kind, number = 0] = /^--([sb])(\d)$/.exec(colour) ?? []
  return shapes[Number(number) - (kind === 'b' ? 1 : 0)] ?? whole
}

/** What lies below a sheer one is seen through it, and of the whole ones only their edge is left. */
export function patternOf(
  context: CanvasRenderingContext2D,
  palette: Palette,
  colour: Colour,
  { isSheer = false } = {},
): Fill {
  const shape = patternShape(colour)
  const ink = palette.of('--ink')
  if (shape === whole) return isSheer ? 'transparent' : ink
  return tile(context, shape, {
    ...{ colour: ink, width: 1.5 },
    ...(!isSheer && { ground: palette.of('--panel') }),
  })
}

/** Thin lines from the lower left to the upper right, for what nobody knows. */
export function hatch(context: CanvasRenderingContext2D, palette: Palette): Fill {
  const colour = palette.isForced ? palette.of('--ink') : palette.faint('--line-2', 0.55)
  return tile(context, holeShape, { colour, width: 1 })
}

function tile(
  context: CanvasRenderingContext2D,
  { d, isLine }: PatternShape,
  { colour, width, ground }: { colour: string; width: number; ground?: string },
): Fill {
  const canvas = document.createElement('canvas')
  canvas.width = tilePx
  canvas.height = tilePx
  const ink = canvas.getContext('2d')
  if (ink === null) return colour
  if (ground !== undefined) {
    ink.fillStyle = ground
    ink.fillRect(0, 0, tilePx, tilePx)
  }
  ink.strokeStyle = colour
  ink.fillStyle = colour
  ink.lineWidth = width
  if (isLine) ink.stroke(new Path2D(d))
  else ink.fill(new Path2D(d))
  return context.createPattern(canvas, 'repeat') ?? colour
}
