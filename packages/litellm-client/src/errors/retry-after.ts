const maxDelayMs = 5 * 60_000

/** RFC 9110 §10.2.3: seconds or an HTTP date. Other values count as none; five minutes is the most. */
export function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  const text = header?.trim() ?? ''
  const delayMs = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : dateDelay(text, nowMs)
  return delayMs === undefined ? undefined : Math.min(delayMs, maxDelayMs)
}

function dateDelay(text: string, nowMs: number): number | undefined {
  if (!/^[A-Z][a-z]+, .*GMT$/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}
