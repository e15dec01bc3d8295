export type StreamNews =
  | { kind: 'up' }
  | { kind: 'down' }
  /** Something changed: fetch what is shown. */
  | { kind: 'change' }
  /** The gateway is gone, or back: fetch how things stand. */
  | { kind: 'status' }
  /** Engines and GPUs have been read. */
  | { kind: 'scrape' }

export type LiveStream = {
  /** Somebody looks again: a stream that has ended or fallen silent begins anew. */
  wake: () => void
  end: () => void
}

const retryMs = { least: 2000, most: 30_000 }
/** Nothing for so long can also be a line that died without a word. */
const silenceMs = 120_000

/** A stream that comes back after refusals, sleep and silence. */
export function holdStream(url: string, tell: (news: StreamNews) => void): LiveStream {
  let stream: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let heardAt = Date.now()

  function connect(): void {
    clearTimeout(retry)
    stream?.close()
    heardAt = Date.now()
    stream = new EventSource(url)
    stream.addEventListener('hello', () => {
      failures = 0
      heardAt = Date.now()
      tell({ kind: 'up' })
      tell({ kind: 'change' })
    })
    stream.addEventListener('data', () => {
      heardAt = Date.now()
      tell({ kind: 'change' })
    })
    stream.addEventListener('status', () => {
      heardAt = Date.now()
      tell({ kind: 'status' })
    })
    stream.addEventListener('inference', () => {
      heardAt = Date.now()
      tell({ kind: 'scrape' })
    })
    stream.addEventListener('error', onError)
  }
  function onError(): void {
    tell({ kind: 'down' })
    // The browser comes back by itself after a lost line, but never after a refusal.
    if (stream?.readyState !== EventSource.CLOSED) return
    failures += 1
    const wait = Math.min(retryMs.most, retryMs.least * 2 ** (failures - 1))
    clearTimeout(retry)
    retry = setTimeout(connect, wait * (0.5 + Math.random() / 2))
  }
  const isSilent = () => Date.now() - heardAt > silenceMs
  function wake(): void {
    if (isSilent() || stream?.readyState === EventSource.CLOSED) connect()
  }

  connect()
  const watch = setInterval(() => {
    if (isSilent()) connect()
  }, silenceMs / 4)
  addEventListener('online', wake)
  return {
    wake,
    end: () => {
      clearTimeout(retry)
      clearInterval(watch)
      removeEventListener('online', wake)
      stream?.close()
    },
  }
}
