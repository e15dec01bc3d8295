import type { SourceStatus } from '@podium/contracts'
import { describeSource } from './describe-source.ts'
import { sourceNames, type CollectorMessage, type SourceName } from './messages.ts'
import { newSource, type Source } from './source-state.ts'

type Heard = Extract<CollectorMessage, { kind: 'heard' }>
type Priced = Extract<CollectorMessage, { kind: 'priced' }>

/** What the server knows of its collector, from what it tells. */
export function watchCollector(onChange: {
  source: (name: SourceName, before: Source, after: Source) => void
  data: (dataVersion: number) => void
  history: (unread: number) => void
}) {
  const sources = new Map<SourceName, Source>(sourceNames.map((name) => [name, newSource]))
  const heard = new Map<string, Heard>()
  let priced: Priced['notes'] = []
  let dataVersion = 0
  let unread: number | null = null
  let isLeading = false
  return {
    hear: (message: CollectorMessage): void => {
      if (message.kind === 'source') {
        const before = sources.get(message.name) ?? newSource
        sources.set(message.name, message.source)
        onChange.source(message.name, before, message.source)
      } else if (message.kind === 'heard') {
        heard.set(message.day, message)
        if (message.unread !== unread) onChange.history(message.unread)
        unread = message.unread
      } else if (message.kind === 'priced') {
        priced = message.notes
      } else if (message.kind === 'reign') {
        isLeading = message.isLeading
      } else if (message.dataVersion > dataVersion) {
        dataVersion = message.dataVersion
        onChange.data(dataVersion)
      }
    },
    dataVersion: () => dataVersion,
    isLeading: () => isLeading,
    sources: (): SourceStatus[] =>
      [...sources].map(([name, source]) => describeSource(name, source)),
    /** What the last answer about each day left open. */
    heard: (): readonly Heard[] => [...heard.values()],
    priced: (): Priced['notes'] => priced,
    unreadDays: (): number | null => unread,
  }
}
