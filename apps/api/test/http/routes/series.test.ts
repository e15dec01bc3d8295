import { Board, Grouping, SeriesAnswer, type ChartLine } from '@podium/contracts'
import { expect, test } from 'vitest'
import { livePodium } from '../../support/live-podium.ts'

const startsAt = Date.parse('2026-11-20T23:30:00Z')
const podium = () => livePodium({ startsAt, minutes: 50 })

const sum = (points: readonly (number | null)[]) =>
  points.reduce<number>((total, point) => total + (point ?? 0), 0)
const whole = (lines: readonly ChartLine[]) => sum(lines.map(({ total }) => total))

test('the lines are the board, however they are grouped and cut', async () => {
  const { ask } = await podium()
  const windows = [
    'range=1h',
    'range=24h',
    'from=2026-11-20&to=2026-11-21',
    'range=7d&tz=Asia/Kolkata',
  ]
  for (const window of windows) {
    const { totals } = await ask(`/api/v1/board?${window}`, Board)
    for (const by of Grouping.options)
      for (const bucket of ['', '&bucket=15min', '&bucket=day']) {
        const path = `/api/v1/series?${window}&by=${by}${bucket}&top=3`
        const { lines, starts } = await ask(path, SeriesAnswer)
        expect(whole(lines), path).toBe(totals.tokens)
        expect(lines.length).toBeLessThanOrEqual(4)
        for (const { placed, unplaced, unplaced_total, total } of lines) {
          expect(placed.length).toBe(starts.length)
          expect(sum(placed) + sum(unplaced ?? []) + (unplaced_total ?? NaN), path).toBe(total)
        }
      }
  }
})

test('chosen teams and models are a part of it, and what is left over is the others', async () => {
  const { ask } = await podium()
  const board = await ask('/api/v1/board?range=1h&measure=spend', Board)
  const chosen = board.rows.slice(0, 3).map(({ team }) => `team=${team.id}`)
  const path = `/api/v1/series?range=1h&measure=spend&by=team&top=2&${chosen.join('&')}`
  const { lines } = await ask(path, SeriesAnswer)
  expect(lines.map(({ kind }) => kind)).toEqual(['team', 'team', 'others'])
  lines.forEach(({ total }, index) =>
    expect(total).toBeCloseTo(board.rows[index]?.usage.spend_usd ?? NaN, 9),
  )
})

test('a minute that nobody watched is not known, and one without traffic is nothing', async () => {
  const { ask } = await podium()
  const path =
    '/api/v1/series?from=2026-11-20T23:20:00Z&to=2026-11-21T00:40:00Z&bucket=minute&by=none'
  const { lines, starts } = await ask(path, SeriesAnswer)
  const placed = lines[0]?.placed ?? []
  const at = (text: string) => placed[starts.indexOf(`2026-11-${text}:00.000Z`)]
  expect(at('20T23:25')).toBeNull()
  expect(at('20T23:45')).not.toBeNull()
  expect(at('21T00:10')).not.toBeNull()
  expect(at('21T00:30')).toBeNull()
  const quiet = await ask(`${path}&measure=cache_read_tokens`, SeriesAnswer)
  expect(quiet.lines[0]?.placed.filter((point) => point === null).length).toBe(
    placed.filter((point) => point === null).length,
  )
})

test('days are the zone’s, with the hours that their clocks have', async () => {
  const { ask } = await podium()
  const hours = async (query: string) =>
    (await ask(`/api/v1/series?${query}&tz=Europe/Berlin&bucket=hour`, SeriesAnswer)).starts.length
  expect(await hours('from=2026-10-25&to=2026-10-25')).toBe(25)
  expect(await hours('from=2026-03-29&to=2026-03-29')).toBe(23)
  const days = await ask('/api/v1/series?range=7d&tz=Europe/Berlin&bucket=day', SeriesAnswer)
  expect(days.starts).toHaveLength(7)
  expect(days.starts[0]).toBe('2026-11-14T23:00:00.000Z')
  expect(days.lines[0]?.unplaced).toBeNull()
})
