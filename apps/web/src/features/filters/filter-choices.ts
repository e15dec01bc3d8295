import type { Models, Teams } from '@podium/contracts'
import { filterKinds, type FilterKind } from './view.ts'

export type Choice = { value: string; label: string }

/** What the pages can be narrowed down to. */
export function filterChoices(
  { teams }: Teams,
  { models }: Models,
): Record<FilterKind, readonly Choice[]> {
  const providers = [...new Set(models.map(({ provider }) => provider ?? 'unknown'))].toSorted()
  return {
    team: teams.map(({ id, name }) => ({ value: id, label: name })),
    model: models.map(({ model }) => ({ value: model, label: model })),
    provider: providers.map((name) => ({ value: name, label: name })),
  }
}

const mostShown = 100

/** Those whose label holds the text, and how many of them there is no room for. */
export function matchingChoices(
  choices: readonly Choice[],
  text: string,
): { shown: readonly Choice[]; more: number } {
  const wanted = text.trim().toLowerCase()
  const found = choices.filter(({ label }) => label.toLowerCase().includes(wanted))
  return { shown: found.slice(0, mostShown), more: Math.max(0, found.length - mostShown) }
}

export function toggled(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name]
}

export type ActiveFilter = { kind: FilterKind; value: string }

export function activeFilters(view: Record<FilterKind, readonly string[]>): ActiveFilter[] {
  return filterKinds.flatMap((kind) => view[kind].map((value) => ({ kind, value })))
}
