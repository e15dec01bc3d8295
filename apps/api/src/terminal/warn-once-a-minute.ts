import { describeError } from './describe-error.ts'
import type { Terminal } from './terminal.ts'

/** `kind` is what may be warned of once a minute, whatever the line says. */
export type WarnOnce = (kind: string, line: string) => void

const minuteMs = 60_000

/** For what fails again and again: one line a minute of each kind, so that the log stays readable. */
export function warnOnceAMinute(warn: (line: string) => void, now: () => number): WarnOnce {
  const warnedAt = new Map<string, number>()
  return (kind, line) => {
    if (now() - (warnedAt.get(kind) ?? -Infinity) < minuteMs) return
    warnedAt.set(kind, now())
    warn(line)
  }
}

/** The same for faults: one a minute of each place in our source. */
export function faultOnceAMinute(
  fault: Terminal['fault'],
  now: () => number,
): (error: unknown) => void {
  let failure: unknown = null
  const warn = warnOnceAMinute(() => fault(failure, null), now)
  return (error) => {
    failure = error
    const { type, at = '' } = describeError(error)
    warn(`${type} ${at}`, '')
  }
}
