import type { Point } from './measure.ts'

/** How much y rises for each x, by least squares. */
export function slopeOf(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const rise = mean((point) => (point.x - x) * (point.y - y))
  return rise / mean((point) => (point.x - x) ** 2)
}
