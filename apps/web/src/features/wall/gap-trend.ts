/** How things stood at a moment: the value of each team, by its public id. */
export type Standing = { at: number; values: ReadonlyMap<string, number> }
export type GapTrend = 'grows' | 'shrinks'

const keepMs = 10 * 60_000
const apartMs = 20_000
/** Compared with as long ago; right after the start with as much as there is, but not with less than that. */
const compareMs = 5 * 60_000
const leastMs = 60_000
/** A smaller change is none. */
const leastShare = 0.02

/** What is remembered to compare with, newest last. */
export function remembered(before: readonly Standing[], now: Standing): readonly Standing[] {
  const last = before.at(-1)
  if (last !== undefined && now.at - last.at < apartMs) return before
  return [...before.filter(({ at }) => now.at - at <= keepMs), now]
}

/** Whether the distance between two teams grows; `null` where it holds, or nobody has watched for long enough. */
export function gapTrend(
  memory: readonly Standing[],
  now: Standing,
  above: string,
  below: string,
): GapTrend | null {
  const old =
    memory.findLast(({ at }) => now.at - at >= compareMs) ??
    memory.find(({ at }) => now.at - at >= leastMs)
  const [before, today] = [gapIn(old, above, below), gapIn(now, above, below)]
  if (before === null || today === null || before < 0 || today < 0) return null
  const change = today - before
  if (Math.abs(change) <= leastShare * Math.max(before, today)) return null
  return change > 0 ? 'grows' : 'shrinks'
}

function gapIn(standing: Standing | undefined, above: string, below: string): number | null {
  const [high, low] = [standing?.values.get(above), standing?.values.get(below)]
  return high === undefined || low === undefined ? null : high - low
}
