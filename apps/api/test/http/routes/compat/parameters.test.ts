import { expect, test } from 'vitest'
import { testApp } from '../../../support/test-app.ts'

const noon = Date.parse('2026-11-21T12:00:00Z')
const paths = [
  '/tokens',
  '/tokens/timeseries',
  '/tokens/models',
  '/tokens/success-rate',
  '/tokens/cost-efficiency',
  '/tokens/hourly',
]

test.each(paths)(
  '%s ignores what it does not know, and takes the first of what is repeated',
  async (path) => {
    const { get } = await testApp()
    const query = 'start_date=2026-11-01&start_date=nonsense&end_date=2026-11-02&x=1&__proto__=y'
    const answer = await get(`${path}?${query}`, { accept: 'text/html' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await answer.json()).toMatchObject({
      coverage: { start_date: '2026-11-01', end_date: '2026-11-02' },
    })
  },
)

test.each(paths)('%s cuts UTC’s tomorrow to today and refuses what lies after it', async (path) => {
  const { get } = await testApp()
  const tomorrow = await get(`${path}?end_date=2026-11-22`)
  expect(await tomorrow.json()).toMatchObject({
    coverage: { start_date: '2026-11-20', end_date: '2026-11-21' },
  })
  for (const [query, parameter] of [
    ['end_date=2026-11-23', 'end_date'],
    ['end_date=2026-02-30', 'end_date'],
    ['start_date=yesterday', 'start_date'],
    ['start_date=2026-11-21&end_date=2026-11-20', 'start_date'],
    ['start_date=2025-01-01', 'start_date'],
  ]) {
    const refused = await get(`${path}?${String(query)}`)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ parameter, detail: expect.any(String) })
  }
})

test('a day that was not named is another one after midnight', async () => {
  const { routes } = await testApp()
  const untilOf = (query: string) =>
    routes
      .flatMap((route) => (route.kind === 'answer' && paths.includes(route.path) ? [route] : []))
      .map((route) => route.ask({}, new URLSearchParams(query), noon).until)
  const midnight = Date.parse('2026-11-22T00:00:00Z')
  for (const query of ['', 'start_date=2026-11-01', 'end_date=2026-11-22'])
    expect(untilOf(query)).toEqual(paths.map(() => midnight))
  for (const query of ['end_date=2026-11-21', 'start_date=2026-11-01&end_date=2026-11-02'])
    expect(untilOf(query)).toEqual(paths.map(() => null))
})
