import { dayMs, hourMs, minuteMs } from '../../domain/utc-day.ts'

const units: Record<string, number> = {
  s: 1000,
  m: minuteMs,
  h: hourMs,
  d: dayMs,
  w: 7 * dayMs,
}

/**
 * When the period that ends at `resetsAt` began, in milliseconds; `null` where the gateway's words for it are not
 * understood. Newer gateways let 30 days end on the first of each month.
 */
export function periodStart(period: string, resetsAt: number): number | null {
  const [, count = '', unit = ''] = /^(\d{1,4})(s|m|h|d|w|mo)$/.exec(period) ?? []
  const size = units[unit]
  if (count === '' || Number(count) === 0) return null
  if (unit === 'mo') return monthsEarlier(resetsAt, Number(count))
  if (period === '30d' && new Date(resetsAt).getUTCDate() === 1) return monthsEarlier(resetsAt, 1)
  return size === undefined ? null : resetsAt - Number(count) * size
}

/** The last day of a shorter month stands for later ones. */
function monthsEarlier(at: number, count: number): number {
  const date = new Date(at)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - count]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) + (at % dayMs)
}
