import { shallowRef, type ShallowRef } from 'vue'
import { loadCharts } from '../../ui/charts/charts.ts'

type Loaded = { data: Readonly<ShallowRef<true | undefined>>; error: Readonly<ShallowRef<unknown>> }

/** What draws the cards comes while their answers do; a card that misses it tries again by itself. */
export function useCharts(): Loaded {
  const data = shallowRef<true>()
  const error = shallowRef<unknown>()
  loadCharts().then(
    () => (data.value = true),
    (cause: unknown) => (error.value = cause),
  )
  return { data, error }
}
