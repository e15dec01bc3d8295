import { onScopeDispose, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'

const product = 'Podium'

/** `Latent Lions lead · Podium` in the tab; an empty text is the product alone. */
export function usePageTitle(text: MaybeRefOrGetter<string>): void {
  watchEffect(() => {
    const title = toValue(text)
    document.title = title === '' ? product : `${title} · ${product}`
  })
  onScopeDispose(() => (document.title = product))
}
