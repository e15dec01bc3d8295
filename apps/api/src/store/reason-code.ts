import type { Reason } from '../domain/placement.ts'

/** As the tables hold them; a code keeps its meaning for ever. */
const codes = [null, 'baseline', 'gap', 'late', 'correction', 'backfilled'] as const

export function reasonCode(reason: Reason | null): number {
  return codes.indexOf(reason)
}

export function reasonOf(code: number): Reason | null {
  return codes[code] ?? null
}

/** Those whose rows stand for the whole day. */
export const unplacedCodes: ReadonlySet<number> = new Set(
  (['baseline', 'gap', 'late', 'correction'] as const).map(reasonCode),
)
