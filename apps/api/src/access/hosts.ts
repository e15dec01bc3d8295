import { isLoopback } from '../config/checks.ts'
import type { SiteConfig } from '../config/access.ts'
import { plainAddress } from './client-address.ts'

const shape = /^(\[[\da-f:.]+\]|[^:[\]@/?#]+?)\.?(?::\d{1,5})?$/i
/** Headers whose name need not be read again: once a request is often. */
const mostKnown = 256
const wildcards = new Set(['0.0.0.0', '::'])

/** The name in a Host header, without its port and brackets; `null` is no name. */
export function hostName(header: string | undefined): string | null {
  const [, name] = shape.exec(header ?? '') ?? []
  return name === undefined ? null : name.toLowerCase().replace(/^\[(.+)\]$/, '$1')
}

/** Against rebinding: a page elsewhere may point its own name at us, but cannot ask under ours. */
export function createHosts(site: SiteConfig, bound: string) {
  const names = new Set([...site.allowedHosts])
  if (!wildcards.has(bound)) names.add(bound.toLowerCase())
  if (site.publicUrl !== null) names.add(hostName(site.publicUrl.host) ?? '')
  const known = new Map<string, string | null>()
  function nameIn(header = ''): string | null {
    const before = known.get(header)
    if (before !== undefined) return before
    if (known.size >= mostKnown) known.clear()
    const name = hostName(header)
    known.set(header, name)
    return name
  }
  return {
    /** `local` is the address at which the request arrived: it cannot be somebody else's name. */
    isOurs: (header: string | undefined, local: string | undefined): boolean => {
      const name = nameIn(header)
      return name !== null && (isLoopback(name) || names.has(name) || name === plainAddress(local))
    },
  }
}
