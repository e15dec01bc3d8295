import type { Labels } from './exposition.ts'

/** Names one series whatever the order of its labels. A fresh string: a slice would keep the whole body alive. */
export function seriesKey(name: string, labels: Labels, without?: string): string {
  const parts = [name]
  for (const label of [...labels.keys()].toSorted())
    if (label !== without) parts.push(label, labels.get(label) ?? '')
  return parts.join('\u0000')
}

/** A copy that does not keep the text alive which it was cut from: engines slice strings without copying. */
export function detach(text: string): string {
  return [' ', text].join('').slice(1)
}
