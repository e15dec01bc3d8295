import { watch, type ShallowRef } from 'vue'
import type { Router } from 'vue-router'
import { RequestError } from '../../api/request-error.ts'
import type { LivePodium } from '../../composables/use-podium.ts'
import { keepToken } from './token-link.ts'

type Deps = {
  podium: LivePodium
  router: Router
  /** Falls when the server does not know the token: then a person has to say who is there. */
  isEntering: ShallowRef<boolean>
}

const retryMs = 10_000

/** For a screen that nobody sits at: signs in with the token of its link, and again whenever the session ends. */
export async function enterByToken(
  token: string,
  { podium, router, isEntering }: Deps,
): Promise<void> {
  keepToken(token)
  // It leaves the address and the history before anybody can copy it from there.
  await router.isReady()
  const { path, query, hash } = router.currentRoute.value
  if (hash !== '') await router.replace({ path, query, hash: '' })

  async function enter(): Promise<void> {
    try {
      await podium.api.signIn({ token })
      podium.refreshAll()
    } catch (error) {
      isEntering.value = !(error instanceof RequestError && error.kind === 'sign-in')
      if (isEntering.value) setTimeout(() => void enter(), retryMs)
      else keepToken(null)
    }
  }
  watch(podium.needsSignIn, (isNeeded) => isNeeded && isEntering.value && void enter(), {
    immediate: true,
  })
}
