import { onScopeDispose, watch } from 'vue'
import { useTimeoutFn } from '@vueuse/core'
import { usePodium } from '../../composables/use-podium.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** A screen that nobody sits at fills itself, stays on, and takes the page of a newer server. */
export function useUnattended(): void {
  const { isOutdated } = usePodium()
  useWakeLock()
  const takeNewer = useTimeoutFn(() => location.reload(), 5000, { immediate: false })
  watch(isOutdated, (isDue) => isDue && takeNewer.start())

  // It was put here by a click: then it may fill the screen. Where the browser refuses, F11 is left.
  if (navigator.userActivation.isActive)
    void document.documentElement.requestFullscreen().catch(() => undefined)
  onScopeDispose(() => {
    if (document.fullscreenElement !== null) void document.exitFullscreen()
  })
}
