import type { Exposition, Labels, Sample } from '../exposition/exposition.ts'

/** One family under all the names that versions and proxies give it; `shown` is today's. */
export type Family = { shown: string; spellings: readonly string[] }

/** Part of a family; without `where` all of it. */
export type Selection = { family: Family; where?: (labels: Labels) => boolean }

/** Whole prefixes only, so that `vllm_omni:` is not `vllm_`; a counter may have its `_total` or not. */
export function familyOf(prefixes: readonly string[], name: string): Family {
  const other = name.endsWith('_total') ? name.slice(0, -'_total'.length) : `${name}_total`
  const spellings = prefixes.flatMap((prefix) => [`${prefix}${name}`, `${prefix}${other}`])
  return { shown: `${prefixes[0] ?? ''}${name}`, spellings }
}

/** `null` where nothing has the name; a family may be announced and have no sample yet. */
export function samplesOf(
  { families, samples }: Exposition,
  { family, where }: Selection,
): { name: string; samples: readonly Sample[] } | null {
  for (const name of family.spellings) {
    const found = samples.get(name)
    if (found === undefined) continue
    return { name, samples: where ? found.filter(({ labels }) => where(labels)) : found }
  }
  const announced = family.spellings.find((name) => families.has(name))
  return announced === undefined ? null : { name: announced, samples: [] }
}
