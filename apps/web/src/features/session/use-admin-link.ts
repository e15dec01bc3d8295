import type { ShallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { LivePodium } from '../../composables/use-podium.ts'
import type { Words } from '../../i18n/words.ts'
import type { Toasts } from '../../ui/toasts.ts'
import { adminCodeOf, redeemAdminCode } from './admin-link.ts'

type Deps = { podium: LivePodium; toasts: Toasts; words: Readonly<ShallowRef<Words>> }

/** Whoever comes by the one-time link that the start prints is signed in as admin. */
export function useAdminLink({ podium, toasts, words }: Deps): void {
  const route = useRoute()
  const router = useRouter()

  async function redeem(code: string): Promise<void> {
    // The code leaves the address and the history before anybody can copy it from there.
    await router.isReady()
    await router.replace({ path: route.path, query: route.query, hash: '' })
    const isIn = await redeemAdminCode(podium.api, code)
    toasts.show(isIn ? words.value.session.adminIn : words.value.session.linkUsed)
    if (isIn) podium.refreshAll()
  }
  const code = adminCodeOf(location.hash)
  if (code !== null) void redeem(code)
}
