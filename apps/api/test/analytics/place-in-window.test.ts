import { describe, expect, test } from 'vitest'
import { placeInWindow, type DayReads } from '../../src/analytics/place-in-window.ts'
import { localDate, startOfLocalDay } from '../../src/analytics/time-zone.ts'
import type { UnplacedReason } from '../../src/domain/placement.ts'
import { addDays } from '../../src/domain/utc-day.ts'

const at = (text: string) => Date.parse(text.length === 10 ? text : `${text}:00Z`)

/** The local day of a zone that a moment lies in. */
function localDay(moment: string, tz: string) {
  const date = localDate(at(moment) / 1000, tz)
  return { from: startOfLocalDay(date, tz), to: startOfLocalDay(addDays(date, 1), tz) }
}

type Reads = { first?: string; last?: string; gaps?: [string, string][] }

function reads(day: string, { first, last, gaps = [] }: Reads): DayReads {
  return {
    day,
    firstReadAt: first === undefined ? null : at(first),
    lastReadAt: last === undefined ? null : at(last),
    gaps: gaps.map(([from, to]) => ({ from: at(from), to: at(to) })),
  }
}

type Row = [
  what: string,
  reason: UnplacedReason,
  day: string,
  reads: Reads,
  zone: string,
  moment: string,
  lies: string,
]

const morning = { first: '2026-11-21T02:00', last: '2026-11-21T15:00' }
const night = { first: '2026-11-21T00:05', last: '2026-11-21T23:59' }
const later = { first: '2026-11-21T09:00', last: '2026-11-22T01:00' }

/** Today in every zone from −11 to +14, of a day whose first poll came at 02:00Z, seen at 15:00Z. */
const zones: Row[] = [
  ['at −11', 'Pacific/Pago_Pago', 'outside', '2026-11-21T15:00'],
  ['at −8', 'America/Los_Angeles', 'outside', '2026-11-21T15:00'],
  ['at −3', 'America/Sao_Paulo', 'outside', '2026-11-21T15:00'],
  ['at ±0', 'UTC', 'inside', '2026-11-21T15:00'],
  ['at +1', 'Europe/Berlin', 'inside', '2026-11-21T15:00'],
  ['at +5:30', 'Asia/Kolkata', 'inside', '2026-11-21T15:00'],
  ['at +5:45', 'Asia/Kathmandu', 'inside', '2026-11-21T15:00'],
  ['at +9', 'Asia/Tokyo', 'outside', '2026-11-21T15:00'],
  ['at +13', 'Pacific/Auckland', 'outside', '2026-11-21T15:00'],
  ['at +14', 'Pacific/Kiritimati', 'outside', '2026-11-21T15:00'],
].map(([what = '', zone = '', lies = '', moment = '']) => [
  what,
  'baseline',
  '2026-11-21',
  morning,
  zone,
  moment,
  lies,
])

const firstPolls: Row[] = [
  [
    'a first poll after local midnight',
    'baseline',
    '2026-11-21',
    later,
    'America/Los_Angeles',
    '2026-11-21T18:00',
    'uncertain',
  ],
  [
    'a first poll at local midnight',
    'baseline',
    '2026-11-21',
    { first: '2026-11-21T08:00' },
    'America/Los_Angeles',
    '2026-11-21T18:00',
    'outside',
  ],
  [
    'the day before, seen from its evening',
    'baseline',
    '2026-11-21',
    later,
    'Europe/Berlin',
    '2026-11-21T23:30',
    'outside',
  ],
  [
    'a day that was read when it was over',
    'baseline',
    '2026-11-20',
    { first: '2026-11-21T02:00' },
    'Europe/Berlin',
    '2026-11-21T02:00',
    'uncertain',
  ],
  [
    'a day that was read when it was over, in UTC',
    'baseline',
    '2026-11-20',
    { first: '2026-11-21T02:00' },
    'UTC',
    '2026-11-20T12:00',
    'inside',
  ],
  [
    'a first poll at 23:10Z, an hour of tomorrow in Berlin',
    'baseline',
    '2026-11-21',
    { first: '2026-11-21T23:10' },
    'Europe/Berlin',
    '2026-11-21T12:00',
    'uncertain',
  ],
  [
    'a first poll that nobody remembers',
    'baseline',
    '2026-11-21',
    {},
    'Europe/Berlin',
    '2026-11-21T12:00',
    'uncertain',
  ],
]

const gap = {
  ...night,
  gaps: [['2026-11-21T10:00', '2026-11-21T11:20']] satisfies [string, string][],
}
const twoGaps = {
  ...night,
  gaps: [...gap.gaps, ['2026-11-21T22:50', '2026-11-21T23:40']] satisfies [string, string][],
}

const gaps: Row[] = [
  [
    'a gap in the local day',
    'gap',
    '2026-11-21',
    gap,
    'Europe/Berlin',
    '2026-11-21T12:00',
    'inside',
  ],
  [
    'a gap before the local day',
    'gap',
    '2026-11-21',
    gap,
    'Pacific/Auckland',
    '2026-11-21T12:00',
    'uncertain',
  ],
  [
    'a gap in the day before',
    'gap',
    '2026-11-21',
    gap,
    'Europe/Berlin',
    '2026-11-21T23:30',
    'outside',
  ],
  [
    'two gaps, one of them over local midnight',
    'gap',
    '2026-11-21',
    twoGaps,
    'Europe/Berlin',
    '2026-11-21T12:00',
    'uncertain',
  ],
  [
    'a gap that nobody remembers, today',
    'gap',
    '2026-11-21',
    { last: '2026-11-21T14:00' },
    'Europe/Berlin',
    '2026-11-21T14:00',
    'inside',
  ],
  [
    'a gap that nobody remembers, of a day that is over',
    'gap',
    '2026-11-21',
    { last: '2026-11-22T01:00' },
    'Europe/Berlin',
    '2026-11-21T14:00',
    'uncertain',
  ],
]

const lates: Row[] = [
  ['a late write, in UTC', 'late', '2026-11-21', later, 'UTC', '2026-11-21T12:00', 'inside'],
  [
    'a late write, in Berlin',
    'late',
    '2026-11-21',
    later,
    'Europe/Berlin',
    '2026-11-21T12:00',
    'uncertain',
  ],
  [
    'a late write, of the day after',
    'late',
    '2026-11-21',
    later,
    'UTC',
    '2026-11-22T12:00',
    'outside',
  ],
  [
    'what was taken back today',
    'correction',
    '2026-11-21',
    { last: '2026-11-21T14:00' },
    'Europe/Berlin',
    '2026-11-21T14:00',
    'inside',
  ],
]

/** Berlin's clocks go back at 01:00Z on 25 October, and forward at 01:00Z on 29 March. */
const clocks: Row[] = [
  [
    'a day of 25 hours',
    'baseline',
    '2026-10-25',
    { first: '2026-10-25T05:00' },
    'Europe/Berlin',
    '2026-10-25T12:00',
    'inside',
  ],
  [
    'the hour after a day of 25',
    'baseline',
    '2026-10-25',
    { first: '2026-10-25T23:00' },
    'Europe/Berlin',
    '2026-10-25T12:00',
    'inside',
  ],
  [
    'beyond a day of 25 hours',
    'baseline',
    '2026-10-25',
    { first: '2026-10-25T23:01' },
    'Europe/Berlin',
    '2026-10-25T12:00',
    'uncertain',
  ],
  [
    'a day of 23 hours',
    'baseline',
    '2026-03-29',
    { first: '2026-03-29T22:00' },
    'Europe/Berlin',
    '2026-03-29T12:00',
    'inside',
  ],
  [
    'beyond a day of 23 hours',
    'baseline',
    '2026-03-29',
    { first: '2026-03-29T22:01' },
    'Europe/Berlin',
    '2026-03-29T12:00',
    'uncertain',
  ],
]

describe('what has no minute counts where all of its time lies in the window', () => {
  test.each([...zones, ...firstPolls, ...gaps, ...lates, ...clocks])(
    '%s (%s)',
    (_, reason, day, seen, zone, moment, lies) => {
      expect(placeInWindow(reason, reads(day, seen), localDay(moment, zone))).toBe(lies)
    },
  )

  test('a first poll at any hour of the day, in Berlin: yesterday ends at 23:00Z', () => {
    for (let hour = 1; hour < 24; hour += 1) {
      const first = `2026-11-21T${String(hour).padStart(2, '0')}:00`
      const today = localDay('2026-11-21T12:00', 'Europe/Berlin')
      expect(placeInWindow('baseline', reads('2026-11-21', { first }), today)).toBe('inside')
      const tomorrow = localDay('2026-11-22T12:00', 'Europe/Berlin')
      expect(placeInWindow('baseline', reads('2026-11-21', { first }), tomorrow)).toBe('outside')
    }
  })
})
