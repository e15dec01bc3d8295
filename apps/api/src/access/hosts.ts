import { isLoopback } from '../config/checks.ts'
import type { SiteConfig } from '../config/access.ts'
import { plainAddress } from './client-address.ts'

const shape = /^(\[[\da-f:.]+\]|[^:[\]@/?#]+?)\.?(?::(\d{1,5}))?$/i
const mostPort = 65_535
const wildcards = new Set(['0.0.0.0', '::'])

/** The name in a Host header, without port and brackets; `null` for a malformed header. */
export function hostName(header: string | null): string | null {
  const [, name, port = ''] = shape.exec(header ?? '') ?? []
  if (name === undefined || Number(port) > mostPort) return null
  return name.toLowerCase().replace(/^\[(.+)\]$/, '$1')
}

/** Protects from DNS rebinding: a foreign page may point its own name at us, but cannot send one of our names. */
export function createHosts(site: SiteConfig, bound: string) {
  const names = new Set(site.allowedHosts)
  if (!wildcards.has(bound)) names.add(bound.toLowerCase())
  if (site.publicUrl !== null) names.add(hostName(site.publicUrl.host) ?? '')
  return {
    /** `local` is the address at which the request arrived, which is always a name of ours. */
    isOurs: (header: string, local: string | undefined): boolean => {
      const name = hostName(header)
      return name !== null && (isLoopback(name) || names.has(name) || name === plainAddress(local))
    },
  }
}
