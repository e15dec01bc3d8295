/** Why something has no minute; `backfilled` has one, from the gateway's logs. Null is placed by arrival. */
export type Reason = 'baseline' | 'gap' | 'late' | 'correction' | 'backfilled'

/** Why something has no minute, so that only its UTC day is known. */
export type UnplacedReason = Exclude<Reason, 'backfilled'>

/** What of a UTC day has no minute, for one reason. */
export type DayPart = { day: string; reason: UnplacedReason }

/** Minutes of a bucket; 1440 is the whole day, for what is not placed. */
export type Width = 1 | 15 | 60 | 1440

/** Whether a minute, a quarter or an hour is known, rather than the day alone. */
export function isPlaced(reason: Reason | null): boolean {
  return reason === null || reason === 'backfilled'
}
