/** The name that is most like what was searched for, by the pairs of letters that they share; `undefined` where none is. */
export function closestName(names: readonly string[], search: string): string | undefined {
  const parts = search.split(',').map(pairsOf)
  const likeness = (name: string) => {
    const pairs = pairsOf(name)
    return Math.max(...parts.map((part) => shareOf(part, pairs)))
  }
  const [best] = names
    .map((name) => ({ name, share: likeness(name) }))
    .toSorted((one, other) => other.share - one.share)
  return best !== undefined && best.share >= leastShare ? best.name : undefined
}

/** Of the letters that were typed: less is chance. */
const leastShare = 0.4

function pairsOf(text: string): ReadonlySet<string> {
  const letters = Array.from(text.trim().toLowerCase())
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}

function shareOf(wanted: ReadonlySet<string>, pairs: ReadonlySet<string>): number {
  return wanted.size === 0 ? 0 : [...wanted].filter((pair) => pairs.has(pair)).length / wanted.size
}
