export type Coding = 'br' | 'gzip' | 'identity'

/** What the client likes best of these forms, the smaller one where it likes both; `null` is none of them. */
export function negotiate(accept: string | undefined, isSmall: boolean): Coding | null {
  if (accept === undefined) return 'identity'
  const weights = parseWeights(accept)
  const any = weights.get('*')
  const weight = (coding: Coding) => weights.get(coding) ?? any ?? 0
  // Not named is allowed, but wanted least; and what is small already is sent as it is.
  const named = weights.get('identity') ?? any
  const plain = isSmall && named !== 0 ? Infinity : (named ?? leastWeight)
  const candidates: [Coding, number][] = [
    ['br', weight('br')],
    ['gzip', weight('gzip')],
    ['identity', plain],
  ]
  const [best] = candidates.toSorted(([, a], [, b]) => b - a)
  return best === undefined || best[1] === 0 ? null : best[0]
}

const leastWeight = 1e-6

/** RFC 9110, 12.5.3. A weight that cannot be read is none. */
function parseWeights(accept: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const part of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    if (name === '') continue
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1'
    const value = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(quality) ? Number(quality) : 0
    weights.set(name === 'x-gzip' ? 'gzip' : name, value)
  }
  return weights
}

const knownHeaders = 200

/** `negotiate`, which parses again only what it has not seen: browsers say few different things. */
export function createNegotiator(): typeof negotiate {
  const small = new Map<string, Coding | null>()
  const large = new Map<string, Coding | null>()
  return (accept, isSmall) => {
    if (accept === undefined) return 'identity'
    const known = isSmall ? small : large
    const before = known.get(accept)
    if (before !== undefined) return before
    const coding = negotiate(accept, isSmall)
    if (known.size >= knownHeaders) known.clear()
    known.set(accept, coding)
    return coding
  }
}
