import { Board, Models } from '@podium/contracts'
import { expect, inject, test } from 'vitest'
import { sum } from '../../src/domain/counters.ts'
import { liveDemo } from './live-demo.ts'

const midnight = Date.parse('2026-11-25T00:00:00Z')
const hours = Array.from({ length: 24 }, (_, hour) => hour)
/** As the page opens: so soon after midnight it shows 24 hours. */
const rangeAt = (hour: number) => (hour < 2 ? '24h' : 'today')

test.each(inject('isDeep') ? hours : [1])(
  'whoever opens the demo at %i o’clock finds places that change, gaps that grow and shrink, and lines full of life',
  async (hour) => {
    // At another minute of each hour.
    const present = midnight + hour * 3_600_000 + ((hour * 17) % 60) * 60_000 + hour * 2000
    const { days, ask } = await liveDemo(present)
    for (const range of new Set([rangeAt(hour), '24h'])) {
      const board = Board.parse(await ask(`/api/v1/board?measure=score&range=${range}&tz=UTC`))
      const { rows } = board
      expect(rows.length).toBeGreaterThanOrEqual(11)
      expect(
        rows.filter(({ movement }) => movement !== null && movement !== 0).length,
      ).toBeGreaterThanOrEqual(2)
      expect(
        gapChanges(rows).filter((change) => Math.abs(change) >= 0.05).length,
      ).toBeGreaterThanOrEqual(3)
      for (const { sparkline } of rows)
        expect(sparkline.filter((tokens) => tokens !== null && tokens > 0).length).toBeGreaterThan(
          20,
        )
    }
    // To the token what the gateway says, and every part adds up.
    const from = new Date(midnight - 86_400_000).toISOString()
    const to = new Date(midnight + 86_400_000).toISOString()
    const span = `from=${from}&to=${to}&tz=UTC`
    const { totals, left_out: leftOut } = Board.parse(
      await ask(`/api/v1/board?measure=score&${span}`),
    )
    const gateway = sum(days.map((day) => day.counters))
    expect(totals.requests + leftOut.unassigned.requests + leftOut.dashboard.requests).toBe(
      gateway.requests,
    )
    expect(totals.tokens + leftOut.unassigned.tokens + leftOut.dashboard.tokens).toBe(
      gateway.promptTokens + gateway.completionTokens,
    )
    expect(Models.parse(await ask(`/api/v1/models?${span}`)).balance.apart).toBe(0)
  },
)

/** By how much each row's distance to the one beside it grew in a quarter of an hour. */
function gapChanges(rows: Board['rows']): number[] {
  return rows.flatMap((row, index) => {
    const beside = rows[index === 0 ? 1 : index - 1]
    const now = distance(beside?.value, row.value)
    const before = distance(beside?.value_before, row.value_before)
    return now === null || before === null ? [] : [now - before]
  })
}

function distance(one: number | null | undefined, other: number | null): number | null {
  return typeof one !== 'number' || other === null ? null : Math.abs(one - other)
}
