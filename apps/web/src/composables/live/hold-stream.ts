import type { LiveHello } from '@podium/contracts'

export type StreamNews =
  | { kind: 'up'; version: string }
  | { kind: 'down' }
  /** Something changed: fetch what is shown. */
  | { kind: 'change' }

const retryMs = { least: 2000, most: 30_000 }
/** Nothing for so long can also be a line that died without a word. */
const silenceMs = 120_000

/** The one stream of this browser: comes back after refusals, sleep and silence. Returns how to end it. */
export function holdStream(url: string, tell: (news: StreamNews) => void): () => void {
  let stream: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let heardAt = Date.now()

  function connect(): void {
    clearTimeout(retry)
    stream?.close()
    heardAt = Date.now()
    stream = new EventSource(url)
    stream.addEventListener('hello', (event: MessageEvent<string>) => {
      failures = 0
      heardAt = Date.now()
      tell({ kind: 'up', version: readHello(event.data).version })
      tell({ kind: 'change' })
    })
    for (const name of ['data', 'event'])
      stream.addEventListener(name, () => {
        heardAt = Date.now()
        tell({ kind: 'change' })
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
  const onWake = () => {
    if (!document.hidden && (isSilent() || stream?.readyState !== EventSource.OPEN)) connect()
  }

  connect()
  const watch = setInterval(() => {
    if (isSilent()) connect()
  }, silenceMs / 4)
  addEventListener('online', onWake)
  document.addEventListener('visibilitychange', onWake)
  return () => {
    clearTimeout(retry)
    clearInterval(watch)
    removeEventListener('online', onWake)
    document.removeEventListener('visibilitychange', onWake)
    stream?.close()
  }
}

function readHello(text: string): LiveHello {
  const hello: unknown = JSON.parse(text)
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server holds to the contract
  return hello as LiveHello
}
