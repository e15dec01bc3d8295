import { onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { useEventListener, useMediaQuery, useMutationObserver } from '@vueuse/core'
import { usePrinting } from '../../../composables/use-printing.ts'
import { readPalette, readPaperPalette, type Palette } from './palette.ts'

/** The colours of where `host` stands, read anew when the theme becomes another. */
export function usePalette(
  host: Readonly<Ref<HTMLElement | null>>,
): Readonly<ShallowRef<Palette | null>> {
  const isPrinting = usePrinting()
  const palette = shallowRef<Palette | null>(null)
  function read(): void {
    if (host.value === null) return
    palette.value = isPrinting.value ? readPaperPalette(host.value) : readPalette(host.value)
  }
  onMounted(read)
  const asked = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print']
  watch([isPrinting, ...asked.map((query) => useMediaQuery(query))], read)
  // What a canvas wrote before the typeface was there stays in another one.
  useEventListener(document.fonts, 'loadingdone', read)
  const root = document.documentElement
  let { theme } = root.dataset
  const follow = () => {
    if (root.dataset['theme'] === theme) return
    theme = root.dataset['theme']
    read()
  }
  useMutationObserver(root, follow, { attributeFilter: ['data-theme'] })
  return palette
}
