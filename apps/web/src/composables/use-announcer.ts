import { inject, onScopeDispose, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

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
  let next: string | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  function say(text: string): void {
    saidAt = performance.now()
    message.value = text
  }
  onScopeDispose(() => clearTimeout(waiting))
  return {
    message,
    answer: say,
    announce: (text) => {
      next = text
      waiting ??= setTimeout(
        () => {
          waiting = undefined
          if (next !== undefined) say(next)
        },
        Math.max(0, saidAt + gapMs - performance.now()),
      )
    },
  }
}

export function useAnnouncer(): Announcer {
  const announcer = inject(announcerKey)
  if (announcer === undefined) throw new Error('App provides the announcer')
  return announcer
}
