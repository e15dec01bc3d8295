import { useEventListener } from '@vueuse/core'
import { shallowRef, type ShallowRef } from 'vue'

/** About as wide is what stands alone on a sheet, A4 or Letter; nobody knows which it will be. */
export const paperWidth = 830
/** And what stands beside another one. */
export const halfPaperWidth = 400

/** From just before the page is laid out for paper: what is drawn by then stands on it, no frame comes later. */
export function usePrinting(): Readonly<ShallowRef<boolean>> {
  const isPrinting = shallowRef(false)
  useEventListener(window, ['beforeprint', 'afterprint'], ({ type }) => {
    isPrinting.value = type === 'beforeprint'
  })
  return isPrinting
}
