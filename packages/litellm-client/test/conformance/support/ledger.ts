import type { DailyRow, GatewaySimulator, Profile } from '@podium/gateway-simulator'
import type { Cell } from '../../../conformance/cells.ts'

/** What the gateway has stored, as a reader must be told it: one cell per row. */
export function ledgerOf({ truth, profile }: GatewaySimulator): Cell[] {
  return truth.rows().map((row) => ({
    date: row.date,
    team: row.teamId === '' ? null : row.teamId,
    key: row.apiKey === '' && profile.namelessRowsAreNamed ? 'unattributed' : row.apiKey,
    model: nameOf(row, profile),
    counters: {
      requests: row.counters.successes + row.counters.failures,
      successes: row.counters.successes,
      failures: row.counters.failures,
      prompt: row.counters.promptTokens,
      completion: row.counters.completionTokens,
      cacheRead: row.counters.cacheReadTokens,
      cacheCreation: row.counters.cacheCreationTokens,
      spend: row.counters.spend,
    },
  }))
}

/** A row without a public name has none to be told, except where the release falls back to another. */
function nameOf({ modelGroup, model }: DailyRow, profile: Profile): string | null {
  if (modelGroup !== '') return modelGroup
  if (profile.emptyGroupFallsBackToModel && model !== '') return model
  return profile.namelessRowsAreNamed ? 'unknown-model-group' : null
}
