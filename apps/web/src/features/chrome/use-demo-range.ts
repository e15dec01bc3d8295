import { onMounted } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { usePreferences } from '../../composables/use-preferences.ts'

/** So soon after midnight today has no past to show. */
const tooEarlyHours = 2

/** Whoever sees a demo for the first time sees a day of it, also in the night. */
export function useDemoRange(): void {
  const route = useRoute()
  const router = useRouter()
  const { view } = usePreferences()
  onMounted(async () => {
    // Until then every address looks like that of the board.
    await router.isReady()
    const isBare = view.value === null && Object.keys(route.query).length === 0
    if (isBare && route.path === '/' && new Date().getHours() < tooEarlyHours)
      void router.replace({ query: { range: '24h' } })
  })
}
