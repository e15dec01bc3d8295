import { computed, type ComputedRef } from 'vue'
import { useAddress } from '../../composables/use-address.ts'
import { addressOfAnalytics, analyticsViewOf, type AnalyticsView } from './analytics-view.ts'

export function useAnalyticsView(): {
  view: ComputedRef<AnalyticsView>
  change: (parts: Partial<AnalyticsView>) => void
} {
  const address = useAddress()
  const view = computed(() => analyticsViewOf(address.query()))
  return {
    view,
    change: (parts) => address.change(addressOfAnalytics({ ...view.value, ...parts })),
  }
}
