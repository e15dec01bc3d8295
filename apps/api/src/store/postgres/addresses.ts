/** The addresses that a URL names, in their order, each as a URL of its own. */
export type Addresses = {
  urls: string[]
  /** Whether a standby is no use: several servers are named, or the URL says so. */
  isPrimaryNeeded: boolean
}

const parts = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#@]+)([/?#].*)?$/
/** What libpq knows besides, such as `standby`, is no place to write. */
const attributes = new Set([null, 'any', 'read-write', 'primary'])
const attribute = 'target_session_attrs'

/** As libpq reads it, `postgres://h1:5432,h2/db?target_session_attrs=read-write`; null is no address. */
export function parseAddresses(url: string): Addresses | null {
  const [, before = '', hosts, after = ''] = parts.exec(url) ?? []
  if (hosts === undefined) return null
  const urls = hosts.split(',').map((host) => `${before}${host}${after}`)
  if (!urls.every((one) => URL.canParse(one) && new URL(one).hostname !== '')) return null
  const wanted = new URL(urls[0] ?? '').searchParams.get(attribute)
  if (!attributes.has(wanted)) return null
  return {
    urls: urls.map(withoutAttribute),
    isPrimaryNeeded: urls.length > 1 || (wanted !== null && wanted !== 'any'),
  }
}

/** Hosts and ports, for a sentence: nothing else of the URL may be told. */
export function hostsOf(url: string): string {
  const { urls } = parseAddresses(url) ?? { urls: [url] }
  return urls.map((one) => new URL(one).host).join(', ')
}

/** `pg` does not know it. */
function withoutAttribute(text: string): string {
  const url = new URL(text)
  if (!url.searchParams.has(attribute)) return text
  url.searchParams.delete(attribute)
  return url.href
}
