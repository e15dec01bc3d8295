import { parseAccept } from 'hono/utils/accept'

export type Coding = 'br' | 'gzip' | 'identity'

/** An uncompressed answer is allowed where it is not named, but wanted least. */
const leastWeight = 1e-6

/**
 * What the client likes best, the smaller form where it likes two the same; `null` is none of them. Hono's `accepts`
 * takes no refusal: `identity;q=0` and `*` mean nothing to it.
 */
export function chooseCoding(header: string | undefined, isSmall: boolean): Coding | null {
  if (header === undefined) return 'identity'
  const accepted = parseAccept(header.toLowerCase())
  const weightOf = (coding: string) => accepted.find(({ type }) => type === coding)?.q
  const others = weightOf('*')
  const plain = weightOf('identity') ?? others
  if (isSmall && plain !== 0) return 'identity'
  const candidates: [Coding, number][] = [
    ['br', weightOf('br') ?? others ?? 0],
    ['gzip', weightOf('gzip') ?? others ?? 0],
    ['identity', plain ?? leastWeight],
  ]
  const [best] = candidates.toSorted(([, a], [, b]) => b - a)
  return best === undefined || best[1] === 0 ? null : best[0]
}
