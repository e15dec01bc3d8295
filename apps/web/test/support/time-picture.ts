import { seriesLooks, othersLook } from '../../src/ui/charts/series-looks.ts'
import type { TimePicture } from '../../src/ui/charts/picture.ts'

const looks = seriesLooks(['t_1', 't_2'])
const starts = Array.from({ length: 12 }, (_, hour) =>
  new Date(Date.UTC(2026, 10, 21, hour)).toISOString(),
)
const line = (key: string, label: string, values: (number | null)[]) => ({
  key,
  label,
  look: looks.get(key) ?? othersLook,
  values,
  name: { kind: 'team' as const, key, label },
})

/** Twelve hours of two teams; nobody watched the fourth and the fifth. */
export const twelveHours: TimePicture = {
  form: 'bars',
  kind: 'count',
  bucket: 'hour',
  starts,
  to: '2026-11-21T12:00:00.000Z',
  timeZone: 'UTC',
  lines: [
    line('t_1', 'Latent Lions', [5, 9, 4, null, null, 6, 7, 8, 9, 10, 11, 1_234_567]),
    line('t_2', 'Byte Club', [1, 2, 3, null, null, 6, 7, 8, 9, 10, 11, 12]),
  ],
  totals: [6, 11, 7, null, null, 12, 14, 16, 18, 20, 22, 1_234_579],
  total: 1_234_705,
  holes: [{ from: 3, to: 4, label: '199 k', reason: 'without a known time' }],
  running: 11,
}
