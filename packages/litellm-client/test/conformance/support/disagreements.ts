import { type Cell, differences, sumBy } from '../../../conformance/cells.ts'
import { modelCells, teamCells, toCounters } from '../../../conformance/found-cells.ts'
import type { DailyActivity, LiteLLMClient } from '../../../src/index.ts'
import { span } from './world.ts'

/** Day, team × key and model × key of one answer. */
export function disagreements({ days }: DailyActivity, ledger: readonly Cell[]): string[] {
  const totals = days.map(({ date, counters }) => ({
    date,
    team: null,
    key: '',
    model: null,
    counters: toCounters(counters),
  }))
  const byKey = ['date', 'team', 'key'] as const
  const byModel = ['date', 'model', 'key'] as const
  return [
    ...differences(sumBy(ledger, ['date']), sumBy(totals, ['date'])),
    ...differences(sumBy(ledger, byKey), sumBy(teamCells(days), byKey)),
    ...differences(sumBy(ledger, byModel), sumBy(modelCells(days, null), byModel)),
  ]
}

/** Team × model × key: one question a team. */
export async function crossDisagreements(
  client: LiteLLMClient,
  ledger: readonly Cell[],
): Promise<string[]> {
  const teams = new Set(ledger.map((cell) => cell.team).filter((team) => team !== null))
  const place = ['date', 'team', 'model', 'key'] as const
  const wrong: string[] = []
  for (const team of teams) {
    const { days } = await client.dailyActivity({ ...span, teamIds: [team] })
    const mine = ledger.filter((cell) => cell.team === team)
    wrong.push(...differences(sumBy(mine, place), sumBy(modelCells(days, team), place)))
  }
  return wrong
}
