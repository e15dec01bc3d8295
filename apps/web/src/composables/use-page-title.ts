import { toValue, type MaybeRefOrGetter } from 'vue'
import { useTitle } from '@vueuse/core'

const product = 'Podium'

/** `Latent Lions lead · Podium` in the tab; an empty text is the product alone. */
export function usePageTitle(text: MaybeRefOrGetter<string>): void {
  useTitle(
    () => {
      const title = toValue(text)
      return title === '' ? product : `${title} · ${product}`
    },
    { restoreOnUnmount: () => product },
  )
}
