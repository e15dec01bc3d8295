/** What one client has learnt about the activity routes of its gateway. */
export interface ActivityMemory {
  aggregated: 'unknown' | 'present' | 'absent'
  /** False where the aggregated route refuses the largest cap on keys. */
  takesKeyLimit: boolean
  /** Rows asked in one page; smaller once a gateway has refused it. */
  pageSize: number
  /** Questions whose rows did not fit one answer. Rows only become more, so they never will. */
  oversized: Set<string>
}

export function createActivityMemory(): ActivityMemory {
  // No release tried has a bound (1.74.9 to 1.109.1).
  return { aggregated: 'unknown', takesKeyLimit: true, pageSize: 20_000, oversized: new Set() }
}
