import { electLeader } from './elect-leader.ts'
import { holdStream, type StreamNews } from './hold-stream.ts'

type Message = StreamNews | { kind: 'who' }

/** Every tab hears the news of the one stream that the leading tab holds. Returns how to leave. */
export function shareStream(url: string, hear: (news: StreamNews) => void): () => void {
  const name = `podium.live ${url}`
  const channel = new BroadcastChannel(name)
  // Of the stream that this tab holds; a tab that holds none has nothing to tell.
  let current: StreamNews | undefined

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'who') hear(data)
    else if (current?.kind === 'up') channel.postMessage(current)
  }
  const stepDown = electLeader(name, () => {
    const stop = holdStream(url, (news) => {
      if (news.kind !== 'change') current = news
      channel.postMessage(news)
      hear(news)
    })
    return () => {
      current = undefined
      stop()
    }
  })
  channel.postMessage({ kind: 'who' } satisfies Message)
  return () => {
    stepDown()
    channel.close()
  }
}
