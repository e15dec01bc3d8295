import {
  Board,
  BoardMeasure,
  CompatCostEfficiency,
  CompatSuccessRate,
  Matrix,
  Models,
  NextLever,
  Race,
  SeriesAnswer,
  TeamDetail,
  UsageAnswer,
  type Usage,
} from '@podium/contracts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { livePodium } from '../../support/live-podium.ts'
import { tableOfCsv } from '../../support/table-of-csv.ts'

/** Two days of UTC, which every route reads in the same way. */
const days = 'from=2026-11-20&to=2026-11-21'
const startsAt = Date.parse('2026-11-20T23:30:00Z')
/** As a CSV file writes it. */
const Cell = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => String(value ?? ''))

/** The organiser of the simulated workshop never set a price for it. */
const unpriced = 'qwen3-32b'
const shadow = JSON.stringify({ [unpriced]: { input: 0.2, output: 0.6 } })

const worlds = [
  ['without a shadow price', {}],
  ['with a shadow price', { SHADOW_PRICES: shadow }],
] as const

describe.each(worlds)('one number has one value on every route, %s:', (_name, env) => {
  const podium = () => livePodium({ startsAt, minutes: 45, env })
  const boardOf = async ({ ask }: Awaited<ReturnType<typeof podium>>, query = days) => {
    const board = await ask(`/api/v1/board?${query}`, Board)
    return { ...board, all: [...board.rows, ...board.unranked] }
  }

  it('a team’s usage, efficiency and cache share on board, card, lever, matrix and in the files', async () => {
    const live = await podium()
    const { all } = await boardOf(live)
    const csv = tableOfCsv(await (await live.get(`/api/v1/export/board.csv?${days}`)).text())
    const file = await live.get(`/api/v1/export/board.json?${days}`)
    const json = z.array(z.record(z.string(), Cell)).parse(await file.json())
    expect(all.length).toBeGreaterThan(5)
    for (const { team, usage, score } of all) {
      const detail = await live.ask(`/api/v1/teams/${team.id}?${days}`, TeamDetail)
      expect(detail.usage).toEqual(usage)
      expect(detail.score).toEqual(score)

      const next = await live.ask(`/api/v1/teams/${team.id}/next-lever?${days}`, NextLever)
      expect(next.score).toBe(score?.total ?? null)
      if (next.lever?.kind === 'efficiency') expect(next.lever.current).toBe(usage.output_per_usd)
      if (next.lever?.kind === 'cache') expect(next.lever.current).toBe(usage.cache_hit_share)

      const alone = await live.ask(`/api/v1/models?${days}&team=${team.id}`, Models)
      expect(alone.totals).toEqual(usage)

      for (const table of [csv, json]) {
        const line = table.find((row) => row['team_id'] === team.id)
        for (const [name, value] of Object.entries(usage))
          expect(line?.[name], name).toBe(String(value ?? ''))
      }
    }
  })

  it('a team’s usage on the board, in /usage and its files, in one step of a chart and at the end of the race', async () => {
    const live = await podium()
    const { all, totals, rows } = await boardOf(live)
    const usage = await live.ask(`/api/v1/usage?${days}&top=500`, UsageAnswer)
    const csv = tableOfCsv(
      await (await live.get(`/api/v1/export/usage.csv?${days}&top=500`)).text(),
    )
    const chart = await live.ask(`/api/v1/series?${days}&bucket=all&top=50`, SeriesAnswer)
    const race = await live.ask(`/api/v1/race?${days}&measure=efficiency&top=20`, Race)
    expect(usage.totals.usage).toEqual(totals)
    expect(usage.rows.map(({ key }) => key).toSorted()).toEqual(
      all.map(({ team }) => team.id).toSorted(),
    )
    expect(chart.all.total).toBe(totals.tokens)
    for (const { team, usage: shown } of all) {
      const row = usage.rows.find(({ key }) => key === team.id)
      expect(row?.usage).toEqual(shown)
      expect(chart.lines.find(({ key }) => key === team.id)?.values).toEqual([shown.tokens])
      const line = csv.find((each) => each['key'] === team.id)
      for (const [name, value] of Object.entries(shown))
        expect(line?.[name], name).toBe(String(value ?? ''))
      const runner = race.lines.find((each) => each.team.id === team.id)
      if (runner !== undefined) expect(runner.values.at(-1)).toBe(shown.output_per_usd)
    }
    expect(rows.length).toBeGreaterThan(0)
    expect(csv.at(-1)).toMatchObject({ kind: 'all', tokens: String(totals.tokens) })
  })

  it('a model’s usage in the table of models and in /usage, with what its cache saved', async () => {
    const live = await podium()
    const { models, totals } = await live.ask(`/api/v1/models?${days}`, Models)
    const usage = await live.ask(`/api/v1/usage?${days}&by=model&top=500`, UsageAnswer)
    expect(usage.totals.usage).toEqual(totals)
    for (const row of usage.rows) {
      const model = models.find((each) => each.model === row.key)
      expect(model?.usage).toEqual(row.usage)
      expect(model?.share).toBe(row.share)
      if (row.priced) expect(model?.cache_saving_usd).toBe(row.cache_saving_usd)
    }
    const pairs = await live.ask(`/api/v1/usage?${days}&then=model&top=500`, UsageAnswer)
    const matrix = await live.ask(`/api/v1/matrix?${days}&measure=cost_per_1k_tokens`, Matrix)
    for (const { key, then_key: then, usage: shown } of pairs.rows) {
      const line = matrix.teams.findIndex(({ id }) => id === key)
      expect(matrix.cells[line]?.[matrix.models.indexOf(then ?? '')]).toBe(shown.cost_per_1k_tokens)
    }
  })

  it('what ranks is what is shown', async () => {
    const live = await podium()
    const values: Partial<Record<BoardMeasure, (usage: Usage) => number | null>> = {
      tokens: (usage) => usage.tokens,
      spend: (usage) => usage.spend_usd,
      efficiency: (usage) => usage.output_per_usd,
      success: (usage) => usage.reliability,
    }
    for (const measure of BoardMeasure.options) {
      const { all } = await boardOf(live, `${days}&measure=${measure}`)
      for (const { value, usage } of all)
        expect(value).toBe(values[measure] === undefined ? value : values[measure](usage))
    }
  })

  it('a model’s usage on a card, in the table of models and in the matrix', async () => {
    const live = await podium()
    const { all } = await boardOf(live)
    const spend = await live.ask(`/api/v1/matrix?${days}&measure=spend`, Matrix)
    const efficiency = await live.ask(`/api/v1/matrix?${days}&measure=efficiency`, Matrix)
    for (const { team } of all) {
      const { models } = await live.ask(`/api/v1/teams/${team.id}?${days}`, TeamDetail)
      const line = spend.teams.findIndex(({ id }) => id === team.id)
      for (const { model, usage } of models) {
        const column = spend.models.indexOf(model)
        expect(spend.cells[line]?.[column]).toBe(usage.spend_usd)
        expect(efficiency.cells[line]?.[column]).toBe(usage.output_per_usd)
      }
    }
  })

  it('without a price there are no dollars, and what has none is told beside', async () => {
    const live = await podium()
    const { all, totals } = await boardOf(live)
    const { models } = await live.ask(`/api/v1/models?${days}`, Models)
    const row = models.find(({ model }) => model === unpriced)
    expect(row).toMatchObject({ list_price: null, paid_per_1m_tokens: null })
    expect(row?.usage).toMatchObject({ spend_usd: null, unpriced: true, cost_per_1k_tokens: null })
    expect(row?.usage.unpriced_tokens).toBe(row?.usage.tokens)
    expect(row?.usage.output_per_usd === null).toBe(!('SHADOW_PRICES' in env))

    const only = await boardOf(live, `${days}&model=${unpriced}&measure=spend`)
    expect(only.rows).toEqual([])
    expect(only.unranked.length).toBeGreaterThan(0)
    for (const { usage, value } of only.unranked) {
      expect(usage).toMatchObject({ spend_usd: null, unpriced: true })
      expect(value).toBeNull()
    }
    const beside = (rows: typeof all) =>
      rows.reduce((sum, { usage }) => sum + usage.unpriced_tokens, 0)
    expect(totals.unpriced_tokens).toBe(beside(all))
    expect(beside(only.all)).toBe(row?.usage.unpriced_tokens)
    expect(beside(all)).toBeGreaterThanOrEqual(beside(only.all))
    expect(all.some(({ usage }) => !usage.unpriced && usage.unpriced_tokens > 0)).toBe(true)
  })

  it('the routes of the original count the same requests and charge the same dollars', async () => {
    const live = await podium()
    const { all } = await boardOf(live)
    const window = 'start_date=2026-11-20&end_date=2026-11-21'
    const success = await live.ask(`/tokens/success-rate?${window}`, CompatSuccessRate)
    const cost = await live.ask(`/tokens/cost-efficiency?${window}`, CompatCostEfficiency)
    for (const { team, usage } of all) {
      const line = success.teams.find(({ name }) => name === team.name)
      expect(line?.total_requests).toBe(usage.requests)
      expect(line?.success_rate).toBe(usage.success_rate)
      const cells = cost.cells.filter((cell) => cell.team === team.name)
      expect(cells.reduce((sum, cell) => sum + cell.total_tokens, 0)).toBe(usage.tokens)
      const dollars = cells.reduce((sum, cell) => sum + cell.total_cost, 0)
      expect(Math.abs(dollars - (usage.spend_usd ?? 0))).toBeLessThan(1e-4 * cells.length)
    }
  })
})

it.each(['1.74', '1.81', '1.84', '1.109'] as const)(
  'what release %s does not count of its cache is not known, and everything else is',
  async (profile) => {
    const { ask } = await livePodium({ startsAt, minutes: 45, profile })
    const { models, totals } = await ask(`/api/v1/models?${days}`, Models)
    const isCounted = profile === '1.84' || profile === '1.109'
    for (const { model, usage, cache_saving_usd } of models.filter(
      (each) => each.usage.prompt_tokens > 0,
    )) {
      const isKnown = isCounted || model.startsWith('claude')
      expect(usage.cache_read_tokens === null, model).toBe(!isKnown)
      expect(usage.cache_hit_share === null, model).toBe(!isKnown)
      if (!isKnown) expect(cache_saving_usd).toBeNull()
    }
    expect(totals.cache_read_tokens === null).toBe(!isCounted)
    expect(totals.cache_hit_share === null).toBe(!isCounted)
    const board = await ask(`/api/v1/board?${days}&measure=score`, Board)
    for (const { score, usage } of board.rows)
      if (usage.cache_hit_share === null) expect(score?.parts.cache.value).toBeNull()
  },
)
