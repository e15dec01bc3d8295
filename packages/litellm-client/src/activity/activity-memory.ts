/** What a client has learnt about the activity routes of its gateway. */
export interface ActivityMemory {
  aggregated: 'unknown' | 'present' | 'absent'
  /** False where the aggregated route refuses the largest limit of keys. */
  takesKeyLimit: boolean
  /** Rows per page that are asked for; fewer once a gateway has refused this many. */
  pageSize: number
  /** Requests whose rows did not fit one answer. Rows only become more, so they never will. */
  oversized: Set<string>
}

export function createActivityMemory(): ActivityMemory {
  // No release that was tried limits the page size (1.74.9 to 1.109.1).
  return { aggregated: 'unknown', takesKeyLimit: true, pageSize: 20_000, oversized: new Set() }
}
