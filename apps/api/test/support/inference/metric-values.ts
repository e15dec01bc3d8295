import { parseExposition } from '@podium/inference-metrics'

/** The one value of a family with exactly these labels; `null` where it is not told. */
export function metricValues(text: string) {
  const parsed = parseExposition(text)
  if (!parsed.ok) throw new Error(parsed.reason)
  const { samples } = parsed.exposition
  return (name: string, labels: Record<string, string> = {}): number | null => {
    const found = (samples.get(`podium_${name}`) ?? []).filter(
      (sample) =>
        sample.labels.size === Object.keys(labels).length &&
        Object.entries(labels).every(([label, value]) => sample.labels.get(label) === value),
    )
    if (found.length > 1) throw new Error(`${name} is told twice`)
    return found[0]?.value ?? null
  }
}
