import type { LiveData } from '@podium/contracts'
import { expect, test } from 'vitest'
import { createAnnouncer } from '../../src/live/announcer.ts'
import { eventually } from '../support/eventually.ts'

const now = () => Date.parse('2026-11-21T12:00:00Z')
const at = '2026-11-21T12:00:00.000Z'

function follow(changesSince: (version: number) => Promise<NonNullable<LiveData['changed']>>) {
  const told: LiveData[] = []
  const faults: unknown[] = []
  const announce = createAnnouncer({
    changesSince,
    publish: (data) => told.push(data),
    now,
    onFault: (fault) => faults.push(fault),
  })
  return { told, faults, announce }
}

const since = (version: number) => Promise.resolve({ names: false, days: [`since ${version}`] })

test('each version is told with what is new since the one before; of the first nothing is known', async () => {
  const { told, announce } = follow(since)
  announce(4)
  await eventually(() => told.length === 1)
  announce(6)
  await eventually(() => told.length === 2)
  expect(told).toEqual([
    { data_version: 4, at, changed: null },
    { data_version: 6, at, changed: { names: false, days: ['since 4'] } },
  ])
})

test('versions that come while one is looked at are told as one, and none is left out', async () => {
  const { told, announce } = follow(since)
  for (const version of [1, 2, 3]) announce(version)
  await eventually(() => told.length === 2)
  expect(told.map(({ data_version: version, changed }) => [version, changed?.days])).toEqual([
    [1, undefined],
    [3, ['since 1']],
  ])
})

test('a store that cannot be read keeps nobody from hearing that something changed', async () => {
  const { told, faults, announce } = follow(() => Promise.reject(new Error('away')))
  announce(1)
  announce(2)
  await eventually(() => told.length === 2)
  expect(told[1]).toEqual({ data_version: 2, at, changed: null })
  expect(faults).toEqual([new Error('away')])
})
