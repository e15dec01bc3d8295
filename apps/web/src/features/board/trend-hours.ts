import type { ShownBoard } from '../../api/shown-board.ts'

const hourMs = 3_600_000

/** How long a time the small curves of the rows show: all their points, but no more than the span of the board. */
export function trendHours({ rows, window, sparkline }: ShownBoard): number {
  const points = rows[0]?.sparkline.length ?? 0
  const span = (Date.parse(window.to) - Date.parse(window.from)) / hourMs
  return Math.min(span, (points * sparkline.bucket_seconds) / 3600)
}
