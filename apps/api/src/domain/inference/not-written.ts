/** How far slices of one name reach, in ms; `null` is none. */
export function writtenUntil(slices: readonly { until: number }[]): number | null {
  return slices.length === 0 ? null : Math.max(...slices.map(({ until }) => until))
}

/** Samples that are in no slice yet. The step in which the slices end is left out, so that nothing is counted twice. */
export function notWritten<T extends { at: number }>(
  all: readonly T[],
  until: number | null,
): { lead: T | null; samples: readonly T[] } {
  if (until === null) return { lead: null, samples: all }
  const [lead, ...samples] = all.filter(({ at }) => at >= until)
  return { lead: lead ?? null, samples }
}
