import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { useEventListener, useIntervalFn, useTimeoutFn } from '@vueuse/core'
import type { StreamNews } from './live/hold-stream.ts'
import { shareStream } from './live/share-stream.ts'

export type LiveState =
  | 'connecting'
  | 'live'
  /** The stream is down: this page asks by the clock. */
  | 'polling'

/** What belongs together comes within this time. */
const settleMs = 250
/** Charts are drawn no more often. */
const leastScrapeMs = 1000

type Options = {
  url: string
  /** Something may have changed: fetch what is shown. */
  onChange: () => void
  /** A source has another state: this is asked for at once, whenever the screen changed last. */
  onStatus: () => void
  /** Engines and GPUs have been read: at most once a second. */
  onScrape: () => void
  pollMs?: number
  /** A short break is nobody's business. */
  graceMs?: number
  gapMs?: number
}

/** Announces changes by the stream, and by the clock while it is down. */
export function useLiveStream(options: Options): Readonly<ShallowRef<LiveState>> {
  const {
    url,
    onChange,
    onStatus,
    onScrape,
    pollMs = 15_000,
    graceMs = 5000,
    gapMs = 5000,
  } = options
  const state = shallowRef<LiveState>('connecting')
  let isMissed = false
  let freeAt = 0

  // What comes together is asked for once, and the screen changes no more often than the gap says.
  const change = useTimeoutFn(
    () => {
      freeAt = performance.now() + gapMs
      // A hidden page shows nothing: it catches up when it is seen again.
      isMissed = document.hidden
      if (!isMissed) onChange()
    },
    () => Math.max(settleMs, freeAt - performance.now()),
    { immediate: false },
  )
  const askSoon = () => {
    if (!change.isPending.value) change.start()
  }
  const miss = () => void (isMissed = true)
  // Of all sources, which fail together.
  const askStatus = useSoon(onStatus, settleMs, miss)
  const askEngines = useSoon(onScrape, leastScrapeMs, miss)
  const grace = useTimeoutFn(() => {
    state.value = 'polling'
    askSoon()
  }, graceMs)
  useIntervalFn(() => {
    if (state.value === 'polling') askSoon()
  }, pollMs)

  function hear(news: StreamNews): void {
    if (news.kind === 'change') askSoon()
    else if (news.kind === 'status') askStatus()
    else if (news.kind === 'scrape') askEngines()
    // Every vain return says so again; the break is as old as the first word of it.
    else if (news.kind === 'down') {
      if (state.value === 'live' && !grace.isPending.value) grace.start()
    } else {
      grace.stop()
      state.value = 'live'
    }
  }
  const stream = shareStream(url, hear)
  onScopeDispose(stream.end)
  useEventListener(document, 'visibilitychange', () => {
    if (document.hidden) return
    stream.wake()
    if (isMissed || state.value === 'polling') askSoon()
  })
  return state
}

/** Once after this time, however often it is asked for meanwhile; a hidden page misses it. */
function useSoon(run: () => void, ms: number, miss: () => void): () => void {
  const { isPending, start } = useTimeoutFn(() => (document.hidden ? miss() : run()), ms, {
    immediate: false,
  })
  return () => {
    if (!isPending.value) start()
  }
}
