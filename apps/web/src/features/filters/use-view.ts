import { computed, type ComputedRef } from 'vue'
import type { WindowQuery } from '../../api/window-query.ts'
import { useAddress } from '../../composables/use-address.ts'
import { useI18n } from '../../i18n/use-i18n.ts'
import { addressOf, viewOf, windowOf, type View } from './view.ts'

type ViewInAddress = {
  view: ComputedRef<View>
  /** As the server is asked. */
  window: ComputedRef<WindowQuery>
  change: (parts: Partial<View>) => void
  /** Back to the defaults of the span and the filters. */
  reset: () => void
}

export function useView(): ViewInAddress {
  const address = useAddress()
  const { format } = useI18n()
  const view = computed(() => viewOf(address.query()))
  return {
    view,
    window: computed(() => windowOf(view.value, format.value.timeZone)),
    change: (parts) => address.change(addressOf({ ...view.value, ...parts })),
    reset: () => address.change(addressOf(viewOf({}))),
  }
}
