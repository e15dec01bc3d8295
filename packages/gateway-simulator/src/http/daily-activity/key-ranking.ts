import type { Profile } from '../../gateway/profile.ts'
import type { DailyRow } from '../../ledger/row-store.ts'

/** The name under which a row's key is shown: the newest release has one for no key at all. */
export function nameKey({ apiKey }: DailyRow, profile: Profile): string {
  return apiKey === '' && profile.namelessRowsAreNamed ? 'unattributed' : apiKey
}

/** Keys of these rows, dearest first, as the capped routes list them. */
export function rankKeys(rows: readonly DailyRow[], profile: Profile): string[] {
  const spend = new Map<string, number>()
  for (const row of rows) {
    const key = nameKey(row, profile)
    spend.set(key, (spend.get(key) ?? 0) + row.counters.spend)
  }
  return [...spend]
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([key]) => key)
}
