import { holdStream, type StreamNews } from './hold-stream.ts'
import type { TabMessage } from './share-stream.ts'

// One for all tabs of this browser: it ends with the last of them. Its name is the address of the stream.
const tabs = new Set<MessagePort>()
let state: StreamNews = { kind: 'down' }

const stream = holdStream(self.name, (news) => {
  if (news.kind === 'up' || news.kind === 'down') state = news
  for (const tab of tabs) tab.postMessage(news)
})

function welcome(tab: MessagePort): void {
  tab.postMessage(state)
  // What it fetched before it was known here may be old.
  if (!tabs.has(tab)) tab.postMessage({ kind: 'change' } satisfies StreamNews)
  tabs.add(tab)
  stream.wake()
}

addEventListener('connect', (event) => {
  const [tab] = event instanceof MessageEvent ? event.ports : []
  if (tab === undefined) return
  tab.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data === 'join') welcome(tab)
    else tabs.delete(tab)
  }
})
