import type { Exposition, Labels, Sample } from '../exposition/exposition.ts'

/** Tensor- and pipeline-parallel ranks repeat each other, so only the first of each data-parallel rank stays. */
export function firstRanks(exposition: Exposition): Exposition {
  const samples = new Map<string, readonly Sample[]>()
  for (const [name, list] of exposition.samples) samples.set(name, onlyFirst(list))
  return { ...exposition, samples }
}

function onlyFirst(list: readonly Sample[]): readonly Sample[] {
  const first = new Map<string, number>()
  for (const { labels } of list) {
    const group = groupOf(labels)
    first.set(group, Math.min(first.get(group) ?? Infinity, rankOf(labels)))
  }
  return list.filter(({ labels }) => rankOf(labels) === first.get(groupOf(labels)))
}

function groupOf(labels: Labels): string {
  return `${labels.get('model_name') ?? ''} ${labels.get('dp_rank') ?? ''}`
}

function rankOf(labels: Labels): number {
  const rank = Number(labels.get('pp_rank') ?? 0) * 100_000 + Number(labels.get('tp_rank') ?? 0)
  return Number.isNaN(rank) ? 0 : rank
}
