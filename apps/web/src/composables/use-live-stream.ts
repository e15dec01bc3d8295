import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

const pollMs = 15_000
const settleMs = 250

type Options = {
  url: string
  /** Something changed: fetch what is shown. */
  onChange: () => void
}

/** Announces changes by the stream, and by the clock while the stream is down. */
export function useLiveStream({ url, onChange }: Options): {
  isLive: Readonly<ShallowRef<boolean>>
} {
  const isLive = shallowRef(false)
  let settling: ReturnType<typeof setTimeout> | undefined
  // Many changes in a row are one, but a stream of them must not put it off for ever.
  const announce = () => {
    settling ??= setTimeout(() => {
      settling = undefined
      onChange()
    }, settleMs)
  }

  // The browser reconnects by itself, with the last id it saw.
  const stream = new EventSource(url)
  stream.addEventListener('hello', () => {
    isLive.value = true
    announce()
  })
  stream.addEventListener('data', announce)
  stream.addEventListener('error', () => {
    isLive.value = false
  })
  const fallback = setInterval(() => {
    if (!isLive.value && !document.hidden) onChange()
  }, pollMs)

  onScopeDispose(() => {
    stream.close()
    clearInterval(fallback)
    clearTimeout(settling)
  })
  return { isLive }
}
