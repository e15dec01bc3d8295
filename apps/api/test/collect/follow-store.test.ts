import { expect, onTestFinished, test } from 'vitest'
import { followStore } from '../../src/collect/follow-store.ts'
import type { CollectorEvent } from '../../src/collect/collector-event.ts'
import { storeError } from '../../src/store/store-error.ts'
import { noCounters } from '../../src/domain/counters.ts'

const source: CollectorEvent = {
  kind: 'source',
  name: 'activity',
  health: {
    state: 'ok',
    reason: null,
    lastSuccessAt: 1,
    nextAttemptAt: 2,
    consecutiveFailures: 0,
  },
}
const report: CollectorEvent = {
  kind: 'day',
  day: '2026-11-21',
  gateway: noCounters,
  balance: {
    day: '2026-11-21',
    cellsBeyondTeams: noCounters,
    teamsBeyondDay: noCounters,
    isExact: true,
    heldCells: 0,
  },
  notes: [{ kind: 'models_unpriced', count: 1, models: ['gpt'] }],
  unread: 0,
}

type Followed = Partial<Parameters<typeof followStore>[0]['store']> & { isLeading?: boolean }

/** Follows a store until it has been looked at that often. */
async function follow(looks: number, { isLeading = false, ...store }: Followed) {
  const events: CollectorEvent[] = []
  const faults: unknown[] = []
  const troubles: unknown[] = []
  let looked = 0
  await new Promise<void>((resolve) => {
    const stop = followStore({
      store: {
        dataVersion: () => Promise.resolve(7),
        collectorEvents: () => Promise.resolve([]),
        ...store,
        listen: (onNotice) => {
          // As if a database had announced something right away, each time.
          const timer = setInterval(() => {
            onNotice()
            looked += 1
            if (looked > looks) resolve()
          }, 1)
          return () => {
            clearInterval(timer)
            return Promise.resolve()
          }
        },
      },
      apply: (event) => events.push(event),
      isLeading: () => isLeading,
      onRead: (trouble) => troubles.push(trouble),
      onFault: (fault) => faults.push(fault),
    })
    onTestFinished(stop)
  })
  return { events, faults, troubles }
}

test('who does not collect hears what the one who does has kept, then of the data', async () => {
  const other = '{"kind":"news","of":"another release"}'
  const bodies = [JSON.stringify(report), other, JSON.stringify(source)]
  const { events } = await follow(3, { collectorEvents: () => Promise.resolve(bodies) })
  expect(events.slice(0, 3)).toEqual([report, source, { kind: 'data', dataVersion: 7 }])
})

test('who collects hears of the data alone', async () => {
  const collectorEvents = () => Promise.resolve([JSON.stringify(source)])
  const { events } = await follow(3, { collectorEvents, isLeading: true })
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['data']))
})

test('a store that is away is told and looked at again, and a fault of ours is told as one', async () => {
  let asked = 0
  const { events, faults, troubles } = await follow(20, {
    dataVersion: () => {
      asked += 1
      if (asked === 1) return Promise.reject(storeError('unreachable'))
      return asked === 2 ? Promise.reject(new TypeError('a fault')) : Promise.resolve(8)
    },
  })
  expect(events[0]).toEqual({ kind: 'data', dataVersion: 8 })
  expect(faults).toEqual([new TypeError('a fault')])
  expect(troubles.slice(0, 2)).toEqual([storeError('unreachable'), null])
})
