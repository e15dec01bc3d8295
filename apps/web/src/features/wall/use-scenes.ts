import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { useEventListener, useTimeoutFn } from '@vueuse/core'
import type { Scene } from './scenes.ts'

type Scenes = {
  scene: ComputedRef<Scene>
  index: ComputedRef<number>
  isPaused: Readonly<ShallowRef<boolean>>
  step: (by: 1 | -1) => void
  togglePause: () => void
}

const ways = new Map<string, 1 | -1>([
  ['ArrowRight', 1],
  ['PageDown', 1],
  ['ArrowLeft', -1],
  ['PageUp', -1],
])

/** One scene after the other; Space stops that, arrows and the keys of a remote control go on and back. */
export function useScenes(scenes: () => readonly Scene[], dwellMs: () => number): Scenes {
  const at = shallowRef(0)
  const isPaused = shallowRef(false)
  const index = computed(() => Math.min(at.value, scenes().length - 1))

  const next = useTimeoutFn(() => step(1), dwellMs)
  function step(by: 1 | -1): void {
    const count = scenes().length
    at.value = (index.value + by + count) % count
    if (!isPaused.value) next.start()
  }
  function togglePause(): void {
    isPaused.value = !isPaused.value
  }
  watch(isPaused, (isStopped) => (isStopped ? next.stop() : next.start()))
  watch(dwellMs, () => {
    if (!isPaused.value) next.start()
  })

  // Not among the single keys that can be switched off: what moves must be able to stop.
  useEventListener('keydown', (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('dialog:modal') !== null) return
    const way = ways.get(event.key)
    if (way === undefined && event.key !== ' ') return
    event.preventDefault()
    if (way === undefined) togglePause()
    else step(way)
  })
  const scene = computed(() => scenes()[index.value] ?? { kind: 'board' as const, from: 0 })
  return { scene, index, isPaused, step, togglePause }
}
