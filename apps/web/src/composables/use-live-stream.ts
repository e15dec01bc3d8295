import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { coalesce } from './live/coalesce.ts'
import type { StreamNews } from './live/hold-stream.ts'
import { shareStream } from './live/share-stream.ts'

export type LiveState =
  | 'connecting'
  | 'live'
  /** The stream is down: this page asks by the clock. */
  | 'polling'

type Options = {
  url: string
  /** Something may have changed: fetch what is shown. */
  onChange: () => void
  pollMs?: number
  /** A short break is nobody's business. */
  graceMs?: number
  gapMs?: number
}

type Live = {
  state: Readonly<ShallowRef<LiveState>>
  /** The server is another one than when this page was opened. */
  isOutdated: Readonly<ShallowRef<boolean>>
}

/** Announces changes by the stream, and by the clock while it is down. */
export function useLiveStream(options: Options): Live {
  const { url, onChange, pollMs = 15_000, graceMs = 5000, gapMs = 5000 } = options
  const state = shallowRef<LiveState>('connecting')
  const isOutdated = shallowRef(false)
  let firstVersion: string | undefined
  let isMissed = false

  const changes = coalesce(
    () => {
      // A hidden page shows nothing: it catches up when it is seen again.
      isMissed = document.hidden
      if (!isMissed) onChange()
    },
    { settleMs: 250, gapMs },
  )
  const fall = () => {
    state.value = 'polling'
    changes.ask()
  }
  let grace: ReturnType<typeof setTimeout> | undefined = setTimeout(fall, graceMs)

  function hear(news: StreamNews): void {
    if (news.kind === 'change') changes.ask()
    // Every vain return says so again; the break is as old as the first word of it.
    else if (news.kind === 'down') grace ??= setTimeout(fall, graceMs)
    else {
      clearTimeout(grace)
      grace = undefined
      state.value = 'live'
      firstVersion ??= news.version
      isOutdated.value = news.version !== firstVersion
    }
  }
  const onSight = () => {
    if (!document.hidden && (isMissed || state.value === 'polling')) changes.ask()
  }
  const leave = shareStream(url, hear)
  const fallback = setInterval(() => {
    if (state.value === 'polling') changes.ask()
  }, pollMs)
  document.addEventListener('visibilitychange', onSight)

  onScopeDispose(() => {
    leave()
    changes.stop()
    clearTimeout(grace)
    clearInterval(fallback)
    document.removeEventListener('visibilitychange', onSight)
  })
  return { state, isOutdated }
}
