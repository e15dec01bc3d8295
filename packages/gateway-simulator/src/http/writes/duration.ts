const units: Record<string, number> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  mo: 2_592_000_000,
}

/** `30s`, `30m`, `8h`, `30d`, `1mo` after an instant; null for anything else. */
export function addDuration(ms: number, text: string): number | null {
  const [, count, unit] = /^(\d+)(s|m|h|d|w|mo)$/.exec(text) ?? []
  const length = unit === undefined ? undefined : units[unit]
  return count === undefined || length === undefined ? null : ms + Number(count) * length
}
