import type { SourceReason, SourceStatus } from '@podium/contracts'
import type { DayReport } from '../ledger/day-report.ts'
import type { DataNote } from '../ledger/data-note.ts'
import type { CollectorEvent } from './collector-event.ts'
import { StoreError } from '../store/store-error.ts'
import { unpackError } from './carried-error.ts'
import { describeSource } from './describe-source.ts'
import { sourceNames, type SourceName } from './source.ts'
import { isSameState, unknownHealth, type SourceHealth } from './source-health.ts'

type CollectorListener = {
  /** Its state, or the reason of it, has become another one. */
  source: (name: SourceName, before: SourceHealth, after: SourceHealth) => void
  data: (dataVersion: number) => void
  history: (unread: number) => void
  untold: (day: string, reason: SourceReason) => void
  store: (trouble: StoreError | null) => void
  fault: (error: Error) => void
}

/** What the server knows of its collector: the latest of each kind of event. */
export function createCollectorState(onChange: CollectorListener) {
  const sources = new Map<SourceName, SourceHealth>(
    sourceNames.map((name) => [name, unknownHealth]),
  )
  const days = new Map<string, DayReport>()
  let priceNotes: readonly DataNote[] = []
  let dataVersion = 0
  let unread: number | null = null
  let isLeading = false

  function apply(event: CollectorEvent): void {
    switch (event.kind) {
      case 'source': {
        const before = sources.get(event.name) ?? unknownHealth
        sources.set(event.name, event.health)
        if (!isSameState(before, event.health)) onChange.source(event.name, before, event.health)
        return
      }
      case 'day':
        days.set(event.day, event)
        if (event.unread !== unread) onChange.history(event.unread)
        unread = event.unread
        return
      case 'untold':
        onChange.untold(event.day, event.reason)
        return
      case 'prices':
        priceNotes = event.notes
        return
      case 'leading':
        isLeading = event.isLeading
        return
      case 'store':
        onChange.store(troubleOf(event))
        return
      case 'fault':
        onChange.fault(unpackError(event.error))
        return
      case 'data':
        if (event.dataVersion <= dataVersion) return
        dataVersion = event.dataVersion
        onChange.data(dataVersion)
    }
  }

  return {
    apply,
    dataVersion: () => dataVersion,
    isLeading: () => isLeading,
    sources: (): SourceStatus[] =>
      [...sources].map(([name, health]) => describeSource(name, health)),
    days: (): readonly DayReport[] => [...days.values()],
    priceNotes: () => priceNotes,
    unreadDays: () => unread,
  }
}

function troubleOf({ trouble }: Extract<CollectorEvent, { kind: 'store' }>): StoreError | null {
  if (trouble === null) return null
  const { kind, error } = trouble
  return new StoreError(kind, error.message, { cause: unpackError(error) })
}

export type CollectorState = ReturnType<typeof createCollectorState>
