import type { Palette } from './palette.ts'

type Fill = CanvasPattern | string

/** Thin lines from the lower left to the upper right, for what nobody knows. */
export function hatch(context: CanvasRenderingContext2D, palette: Palette): Fill {
  return tile(context, 8, palette.of(palette.isForced ? '--ink' : '--line-2'), (ink) => {
    ink.globalAlpha = palette.isForced ? 1 : 0.55
    for (const shift of [-8, 0, 8]) {
      ink.moveTo(shift, 8)
      ink.lineTo(shift + 8, 0)
    }
  })
}

/** Where there are no colours, each line of a stack has a pattern of its own. */
export function patternOf(context: CanvasRenderingContext2D, index: number, ink: string): Fill {
  const draw = patterns[index % patterns.length]
  return draw === undefined ? ink : tile(context, 8, ink, draw)
}

const patterns: readonly ((ink: CanvasRenderingContext2D) => void)[] = [
  (ink) => ink.rect(0, 0, 8, 8),
  (ink) => line(ink, 0, 4, 8, 4),
  (ink) => line(ink, 4, 0, 4, 8),
  (ink) => line(ink, 0, 8, 8, 0),
  (ink) => line(ink, 0, 0, 8, 8),
  (ink) => ink.rect(2, 2, 3, 3),
  (ink) => {
    line(ink, 0, 4, 8, 4)
    line(ink, 4, 0, 4, 8)
  },
  (ink) => line(ink, 0, 1, 8, 1),
]

function line(ink: CanvasRenderingContext2D, x: number, y: number, toX: number, toY: number): void {
  ink.moveTo(x, y)
  ink.lineTo(toX, toY)
}

function tile(
  context: CanvasRenderingContext2D,
  size: number,
  colour: string,
  draw: (ink: CanvasRenderingContext2D) => void,
): Fill {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const ink = canvas.getContext('2d')
  if (ink === null) return colour
  ink.strokeStyle = colour
  ink.fillStyle = colour
  ink.lineWidth = 1
  ink.beginPath()
  draw(ink)
  ink.stroke()
  return context.createPattern(canvas, 'repeat') ?? colour
}
