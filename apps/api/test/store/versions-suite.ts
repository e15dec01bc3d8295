import type { Team } from '@podium/litellm-client'
import { beforeEach, describe, expect, it } from 'vitest'
import { booked, count, day, increase, read } from './support/bookings.ts'
import type { TestPlace } from './support/test-place.ts'
import { useStore } from './support/use-store.ts'

const cell = { teamId: 'team-1', model: 'gpt', key: 'hash-1' }
const range = { from: day, to: day }
const before = { from: '2026-11-18', to: '2026-11-19' }

/** What an answer about some days may be kept by, on every engine. */
export function describeVersions(engine: string, newPlace: () => Promise<TestPlace>): void {
  describe(`versions on ${engine}`, () => suite(newPlace))
}

function suite(newPlace: () => Promise<TestPlace>): void {
  const opened = useStore(newPlace)
  beforeEach(() => opened.store.write((tx) => increase(tx, 1, [{ cell, counters: count(1) }])))

  /** Which of the two ranges, and whether the data as a whole, are other than before. */
  async function changedBy(work: () => Promise<unknown>) {
    const look = async () => [
      await opened.store.rangeVersion(range),
      await opened.store.rangeVersion(before),
      await opened.store.dataVersion(),
    ]
    const was = await look()
    await work()
    const is = await look()
    return ['range', 'before', 'data'].filter((_, index) => was[index] !== is[index])
  }

  it('know the days that a booking is about', async () => {
    const more = () => opened.store.write((tx) => increase(tx, 2, [{ cell, counters: count(1) }]))
    expect(await changedBy(more)).toEqual(['range', 'data'])
  })

  it('tell what is new since one of them', async () => {
    const version = await opened.store.dataVersion()
    expect(await opened.store.changesSince(version)).toEqual({ names: false, days: [] })
    await opened.store.write((tx) => increase(tx, 2, [{ cell, counters: count(1) }]))
    expect(await opened.store.changesSince(version)).toEqual({ names: false, days: [day] })
    await opened.store.write((tx) => tx.saveBooking(before.to, booked({}), [], read(2)))
    expect(await opened.store.changesSince(version)).toEqual({
      names: false,
      days: [before.to, day],
    })
    const later = await opened.store.dataVersion()
    const labels = { teams: [], keys: [{ key: 'hash-1', keyAlias: 'laptop' }] }
    await opened.store.write((tx) => tx.saveLabels(labels))
    expect(await opened.store.changesSince(later)).toEqual({ names: true, days: [] })
  })

  it('stay where a read has found nothing new', async () => {
    const again = () => opened.store.write((tx) => tx.saveBooking(day, booked({}), [], read(2)))
    expect(await changedBy(again)).toEqual([])
  })

  it('change where a day is read for the first time, even if it is empty', async () => {
    const first = () =>
      opened.store.write((tx) => tx.saveBooking(before.to, booked({}), [], read(2)))
    expect(await changedBy(first)).toEqual(['before', 'data'])
  })

  it('change for every day with a team, model or key that is new, or called otherwise', async () => {
    const added = { ...cell, teamId: 'team-2' }
    const book = () =>
      opened.store.write((tx) => increase(tx, 3, [{ cell: added, counters: count(1) }]))
    expect(await changedBy(book)).toEqual(['range', 'before', 'data'])
    const labels = { teams: [], keys: [{ key: 'hash-1', keyAlias: 'laptop' }] }
    const label = () => opened.store.write((tx) => tx.saveLabels(labels))
    expect(await changedBy(label)).toEqual(['range', 'before', 'data'])
    expect(await changedBy(label)).toEqual([])
  })

  it('of days outlive a list of teams that only spends more', async () => {
    const list = (team: Partial<Team>) => () =>
      opened.store.write((tx) =>
        tx.saveTeams({ teams: [{ ...listed, ...team }], complete: true, at: 1_763_640_000_000 }),
      )
    expect(await changedBy(list({}))).toEqual(['range', 'before', 'data'])
    expect(await changedBy(list({ spendUsd: 7 }))).toEqual(['data'])
    expect(await changedBy(list({ alias: 'Other' }))).toEqual(['range', 'before', 'data'])
  })

  it('change with the days that are folded or purged', async () => {
    const fold = () => opened.store.write((tx) => tx.foldOldestMinutes('2026-11-21'))
    expect(await changedBy(fold)).toEqual(['range', 'data'])
    const purge = () => opened.store.write((tx) => tx.purgeBefore('2026-11-21'))
    expect(await changedBy(purge)).toEqual(['range', 'data'])
  })
}

const listed: Team = {
  teamId: 'team-1',
  alias: 'First',
  organizationId: null,
  spendUsd: 1,
  maxBudgetUsd: null,
  budgetDuration: null,
  budgetResetAt: null,
  blocked: false,
  models: [],
  createdAt: null,
}
