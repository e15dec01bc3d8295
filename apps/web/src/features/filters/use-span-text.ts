import { computed, type ComputedRef } from 'vue'
import { useI18n } from '../../i18n/use-i18n.ts'
import { createFormat } from '../../lib/format.ts'
import { useView } from './use-view.ts'
import { isDay } from './zoned-time.ts'

/** The span in words, with the zone that it is meant in: `today, Europe/Berlin`. */
export function useSpanText(): ComputedRef<string> {
  const { view } = useView()
  const { words, format } = useI18n()
  return computed(() => {
    const { range, tz } = view.value
    const zone = tz ?? format.value.timeZone
    if (typeof range === 'string') return `${words.value.filters.spans[range]}, ${zone}`
    if (isDay(range.from) && isDay(range.to))
      return `${format.value.utcDay(range.from, range.to)}, ${zone}`
    const inZone = createFormat(format.value.language, words.value.units, zone)
    return `${inZone.span(Date.parse(range.from), Date.parse(range.to))}, ${zone}`
  })
}
