import { expect, test } from 'vitest'
import { longestBlock } from '../support/longest-block.ts'
import { testApp } from '../support/test-app.ts'

const asked = 20

test.each([
  '/tokens?start_date=0001-01-01',
  '/tokens/timeseries?start_date=0001-01-01',
  '/api/v1/board?from=0001-01-01&tz=America/New_York',
  '/api/v1/series?from=0001-01-01&to=0001-01-02&tz=Asia/Kathmandu&bucket=minute',
  '/api/v1/hours?from=1970-01-01T00:00:00Z&tz=Europe/Berlin',
  '/tokens?start_date=2025-11-01&end_date=2026-11-20',
])('%s, many times at once, keeps nobody else waiting', async (path) => {
  const { get } = await testApp()
  await get(path)
  const block = await longestBlock(() =>
    Promise.all(Array.from({ length: asked }, () => get(path))),
  )
  expect(block).toBeLessThan(50)
})
