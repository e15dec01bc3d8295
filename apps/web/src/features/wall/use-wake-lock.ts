import { onScopeDispose } from 'vue'
import { useEventListener } from '@vueuse/core'

/**
 * Keeps the screen on, where the browser has that and lets it: a wall by plain HTTP needs the settings of its machine.
 * VueUse's would come with the first screen of every page.
 */
export function useWakeLock(): void {
  let lock: WakeLockSentinel | undefined
  async function hold(): Promise<void> {
    // A page that was hidden has lost it.
    if (!('wakeLock' in navigator) || document.hidden) return
    lock = await navigator.wakeLock.request('screen').catch(() => undefined)
  }
  void hold()
  useEventListener(document, 'visibilitychange', () => void hold())
  onScopeDispose(() => void lock?.release())
}
