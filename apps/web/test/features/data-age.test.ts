import type { Status } from '@podium/contracts'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import DataAge from '../../src/features/chrome/DataAge.vue'
import { inApp } from '../support/in-app.ts'
import { noneLeftOut } from '../support/board.ts'
import { statusWith } from '../support/status.ts'

async function draw(status: Partial<Status>) {
  const { container } = await render(DataAge, { global: inApp(statusWith(status)).global })
  const textAt = (place: string) => container.querySelector(place)?.textContent
  return { age: textAt('.full'), past: textAt('.past'), brief: textAt('.brief') }
}
const textOf = async (status: Partial<Status>) => (await draw(status)).age
const [source] = statusWith({}).sources
const readAt = (last_success_at: string | null) =>
  source === undefined ? [] : [{ ...source, last_success_at }]
const nothing = { tokens: 0, requests: 0, spend_usd: 0 }
const day = {
  day: '2026-11-21',
  read_at: '2026-11-21T02:45:00Z',
  source: 'gateway',
  gateway: null,
  total: nothing,
  left_out: noneLeftOut,
  placed: nothing,
  not_placed: {},
}

test('data that has just been read has an age', async () => {
  expect(await textOf({ sources: readAt(new Date().toISOString()) })).toMatch(/^Data \d+ s old$/)
})

test('while days of the past are still to be read, it says how far that is beside the age', async () => {
  const sources = readAt(new Date().toISOString())
  const { age, past } = await draw({ sources, history: { days: 30, unread: 12 } })
  expect(age).toMatch(/^Data \d+ s old$/)
  expect(past).toBe('18 of 30 days read')
})

test('while the gateway cannot be read nothing is said to be still coming', async () => {
  const { age, past } = await draw({ history: { days: 30, unread: 12 } })
  expect(age).toMatch(/^Data from /)
  expect(past).toBeUndefined()
})

test('after a restart without a gateway, data are as old as when they were read before it', async () => {
  const read_at = new Date(Date.now() - 60_000).toISOString()
  const days = [{ ...day, read_at }]
  expect(await textOf({ sources: readAt(null), days })).toMatch(/^Data from \d\d:\d\d:\d\d$/)
  expect(await textOf({ sources: readAt(null), days: [day] })).toMatch(/^Data from Nov 21, 2026, /)
})

test('where there is no room for words, data of another day have an age and no date', async () => {
  const ago = (hours: number) => readAt(new Date(Date.now() - hours * 3_600_000).toISOString())
  expect((await draw({ sources: ago(2) })).brief).toMatch(/^\d\d:\d\d:\d\d$/)
  expect((await draw({ sources: ago(26) })).brief).not.toMatch(/,|:/)
})

test('a demo that reads its past first says so, and a board that shows nothing has no data', async () => {
  const sources = readAt(null)
  expect(await textOf({ sources, days: [day], demo: true })).toBe('Reading the past')
  expect(await textOf({ sources })).toBe('No data yet')
})
