import type { SpendLog } from '@podium/litellm-client'
import type { CellName } from '../domain/cell.ts'
import { minuteMs, utcDate } from '../domain/utc-day.ts'

/** What the gateway's logs tell of one cell in one minute. Only the proportions are used. */
export type LoggedMinute = CellName & {
  /** Epoch seconds. */
  start: number
  promptTokens: number
  completionTokens: number
  successes: number
  failures: number
  spendUsd: number
}

/**
 * A day's logs by the minute in which each request ended, which is when it was counted. The gateway counts a request
 * on the day it started and repeats rows from page to page; what ended after `until` was not there at the first read.
 */
export function shapeOfLogs(logs: Iterable<SpendLog>, day: string, until: number): LoggedMinute[] {
  const seen = new Set<string>()
  const minutes: LoggedMinute[] = []
  for (const log of logs) {
    const at = log.endedAtMs ?? log.startedAtMs
    if (seen.has(log.requestId) || utcDate(log.startedAtMs) !== day || at >= until) continue
    seen.add(log.requestId)
    minutes.push({
      teamId: log.teamId,
      model: log.model ?? '',
      key: log.key ?? '',
      start: (at - (at % minuteMs)) / 1000,
      promptTokens: log.promptTokens,
      completionTokens: log.completionTokens,
      successes: log.succeeded ? 1 : 0,
      failures: log.succeeded ? 0 : 1,
      spendUsd: log.spendUsd,
    })
  }
  return minutes
}
