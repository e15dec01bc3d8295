import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { useTimeoutFn } from '@vueuse/core'

export type Announcer = {
  /** What the one polite region of the page says. */
  message: Readonly<ShallowRef<string>>
  /** News, at most one per quarter of a minute: the latest wins. */
  announce: (text: string) => void
  /** An answer to what somebody has just done. */
  answer: (text: string) => void
}

const gapMs = 15_000

export const announcerKey: InjectionKey<Announcer> = Symbol('announcer')

export function createAnnouncer(): Announcer {
  const message = shallowRef('')
  let saidAt = Number.NEGATIVE_INFINITY
  let next = ''

  function say(text: string): void {
    saidAt = performance.now()
    message.value = text
  }
  const { isPending, start } = useTimeoutFn(
    () => say(next),
    () => Math.max(0, saidAt + gapMs - performance.now()),
    { immediate: false },
  )
  return {
    message,
    answer: say,
    announce: (text) => {
      next = text
      if (!isPending.value) start()
    },
  }
}

export function useAnnouncer(): Announcer {
  const announcer = inject(announcerKey)
  if (announcer === undefined) throw new Error('App provides the announcer')
  return announcer
}
