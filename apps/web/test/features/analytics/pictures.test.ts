import { expect, test } from 'vitest'
import { castOf } from '../../../e2e/walk/cast.ts'
import { seriesOf } from '../../../e2e/walk/series-of.ts'
import { usageAnswerOf } from '../../../e2e/walk/usage-answer-of.ts'
import { costPicture } from '../../../src/features/analytics/cost/cost-picture.ts'
import { costTable } from '../../../src/features/analytics/cost/cost-table.ts'
import { modelsPicture } from '../../../src/features/analytics/models/models-picture.ts'
import { modelsTable } from '../../../src/features/analytics/models/models-table.ts'
import { partsPicture } from '../../../src/features/analytics/parts/parts-picture.ts'
import { partsTable } from '../../../src/features/analytics/parts/parts-table.ts'
import { successPicture } from '../../../src/features/analytics/success/success-picture.ts'
import { successTable } from '../../../src/features/analytics/success/success-table.ts'
import { timePicture } from '../../../src/features/analytics/time/time-picture.ts'
import { timeTable } from '../../../src/features/analytics/time/time-table.ts'
import { analytics as words } from '../../../src/i18n/messages/en/rooms/analytics.ts'
import { units } from '../../../src/i18n/messages/en/units.ts'
import { createFormat } from '../../../src/lib/format.ts'
import { othersLook } from '../../../src/ui/charts/series-looks.ts'

const now = Date.parse('2026-11-21T14:30:00Z')
const cast = castOf(12)
const format = createFormat('en', units)
const lookOf = () => othersLook
const usage = (asked: string) => usageAnswerOf(new URLSearchParams(asked), cast, now)
const series = (asked: string) => seriesOf(new URLSearchParams(asked), cast, now)

test('the bars of models are as long as their table says', () => {
  const answer = usage('by=model&then=provider&top=4')
  const table = modelsTable(answer, words)
  const { groups } = modelsPicture(answer, { metric: 'tokens', providers: [], words, format })
  const drawn = new Map(
    groups.flatMap(({ bars }) => bars).map(({ key, parts }) => [key, parts[0]?.value]),
  )
  expect(drawn.size).toBe(5)
  expect(table.rows.map(({ key, cells }) => [key, cells[1]])).toEqual(
    [...drawn].toSorted(byRow(table)),
  )
})

const byRow =
  ({ rows }: { rows: readonly { key: string }[] }) =>
  ([one]: [string, unknown], [other]: [string, unknown]) =>
    rows.findIndex(({ key }) => key === one) - rows.findIndex(({ key }) => key === other)

test('the dot of a rate and its lower end are those of the table', () => {
  const answer = usage('by=team&top=20')
  const table = successTable(answer, { words, areFailuresRecorded: true })
  const { groups } = successPicture(answer, { words, format, areFailuresRecorded: true, lookOf })
  const bars = groups.flatMap((group) => group.bars)
  expect(bars.map(({ key, dot, from }) => [key, dot, from])).toEqual(
    table.rows.map(({ key, cells }) => [key, cells[3], cells[4]]),
  )
})

test('without a log of failures no rate is shown', () => {
  const table = successTable(usage('by=team'), { words, areFailuresRecorded: false })
  expect(table.rows[0]?.cells[3]).toEqual({
    value: words.notRecorded,
    title: words.notRecordedWhy,
  })
})

test('the parts of the tokens are a whole, and those of the table', () => {
  const answer = usage('by=team')
  const table = partsTable(answer, words)
  const { groups } = partsPicture(answer, { words, format, lookOf })
  for (const [index, { key, parts }] of groups.flatMap(({ bars }) => bars).entries()) {
    expect(table.rows[index]?.key).toBe(key)
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12)
    const tokens = Number(table.rows[index]?.cells[4])
    expect((parts[1]?.value ?? 0) * tokens).toBeCloseTo(Number(table.rows[index]?.cells[1]), 3)
  }
})

test('each bubble stands where the table says; what has no price stands on the strip', () => {
  const answer = usage('by=team&then=model&top=60')
  const table = costTable(answer, words)
  const { bubbles } = costPicture(answer, { words, format, ownTeam: 't_2', lookOf })
  const rows = new Map(table.rows.map(({ key, cells }) => [key, cells]))
  expect(bubbles.length).toBeGreaterThan(50)
  expect(bubbles.some(({ y }) => y === null)).toBe(true)
  for (const { key, x, y, isOwn } of bubbles) {
    const [, tokens, , , price] = rows.get(key) ?? []
    expect(x).toBe(tokens)
    expect(y ?? words.noPrice).toBe(price)
    expect(isOwn).toBe(key.startsWith('team t_2 '))
  }
})

test.each(['', 'measure=cost_per_1m_tokens', 'compare=before'])(
  'the lines of %s are the columns of their table, a hole is a gap in both',
  (asked) => {
    const answer = series(`by=team&top=7&${asked}`)
    const table = timeTable(answer, words, format)
    const picture = timePicture(answer, { words, format, lookOf })
    expect(table.columns.map(({ label }) => label)).toEqual([
      'From',
      ...picture.lines.map(({ label }) => label),
      'All',
    ])
    expect(table.rows.map(({ cells }) => cells.slice(0, -1))).toEqual(
      picture.starts.map((_, step) => picture.lines.map(({ values }) => values[step])),
    )
    expect(table.rows.map(({ cells }) => cells.at(-1))).toEqual(picture.totals)
    expect(picture.holes).toMatchObject([{ from: 20, to: 23, reason: 'nobody watched' }])
    expect(picture.form).toBe(asked.includes('cost') ? 'lines' : 'bars')
    expect(picture.guides).toHaveLength(asked === 'compare=before' ? 1 : 0)
  },
)

test('a chart of a day that is not over ends with the step that runs, and so does its table', () => {
  const soFar = series('compare=before')
  const morning = 37
  const ofMorning = { ...soFar, running: morning }
  const picture = timePicture(ofMorning, { words, format, lookOf })
  expect(picture.starts.at(-1)).toBe(soFar.starts[morning])
  expect(picture.to).toBe(soFar.starts[morning + 1])
  expect(picture.running).toBe(picture.starts.length - 1)
  for (const { values } of [...picture.lines, ...(picture.guides ?? [])])
    expect(values).toHaveLength(picture.starts.length)
  expect(picture.totals).toHaveLength(picture.starts.length)
  expect(timeTable(ofMorning, words, format).rows.at(-1)?.head).toMatchObject({
    datetime: soFar.starts[morning],
    note: words.soFar,
  })
})
