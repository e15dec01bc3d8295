import { holdStream, type LiveStream, type StreamNews } from './hold-stream.ts'

/** From a tab to the worker, which answers whoever joins, also again, with the state. */
export type TabMessage = 'join' | 'leave'

/** A worker that was not loaded, or has been ended, says nothing: browsers do not always tell of it. */
const patienceMs = 5000

/** The one stream of all tabs, held by a worker that they share; where there is no such worker, one of this tab. */
export function shareStream(url: string, hear: (news: StreamNews) => void): LiveStream {
  const hasWorkers = 'SharedWorker' in globalThis
  if (!hasWorkers) return holdStream(url, hear)

  const worker = new SharedWorker(new URL('./stream-worker.ts', import.meta.url), {
    type: 'module',
    name: url,
  })
  const say = (message: TabMessage) => worker.port.postMessage(message)
  let own: LiveStream | undefined
  let patience: ReturnType<typeof setTimeout> | undefined

  function join(): void {
    say('join')
    patience ??= setTimeout(() => (own ??= holdStream(url, hear)), patienceMs)
    own?.wake()
  }
  // A worker is told of a new tab, but not of one that closes.
  const leave = () => say('leave')
  worker.port.onmessage = ({ data }: MessageEvent<StreamNews>) => {
    clearTimeout(patience)
    patience = undefined
    own?.end()
    own = undefined
    hear(data)
  }
  addEventListener('pagehide', leave)
  addEventListener('pageshow', join)
  join()
  return {
    wake: join,
    end: () => {
      clearTimeout(patience)
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', join)
      leave()
      own?.end()
    },
  }
}
