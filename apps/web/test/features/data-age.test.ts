import type { Status } from '@podium/contracts'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-vue'
import DataAge from '../../src/features/chrome/DataAge.vue'
import { inApp } from '../support/in-app.ts'
import { statusWith } from '../support/status.ts'

async function textOf(status: Partial<Status>): Promise<string | undefined> {
  const { container } = await render(DataAge, { global: inApp(statusWith(status)).global })
  return container.querySelector('.full')?.textContent
}
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
  placed: nothing,
  not_placed: {},
}

test('data that has just been read has an age', async () => {
  expect(await textOf({ sources: readAt(new Date().toISOString()) })).toMatch(/^Data \d+ s old$/)
})

test('while days of the past are still to be read, it says how far that is', async () => {
  const sources = readAt(new Date().toISOString())
  expect(await textOf({ sources, history: { days: 30, unread: 12 } })).toBe('18 of 30 days read')
})

test('what is too old is told before what is still to be read', async () => {
  expect(await textOf({ history: { days: 30, unread: 12 } })).toMatch(/^Data from /)
})

test('a board that shows the past only has data, and one that shows nothing has none', async () => {
  const sources = readAt(null)
  expect(await textOf({ sources, days: [day] })).toBe('Reading the past')
  expect(await textOf({ sources })).toBe('No data yet')
})
