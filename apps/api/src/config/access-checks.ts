import { isIP } from 'node:net'
import { gatewayUrlProblem, hostProblem } from './checks.ts'
import { splitList } from './list.ts'

/** Each answers `null` when the text is fine, else what is wrong with it; never the text itself. */

export function tokenProblem(least: number): (text: string) => string | null {
  return (text) => {
    if (text.length < least) return `must have at least ${least} characters`
    return /^[\x21-\x7e]+$/.test(text) ? null : 'may have letters, digits and signs, but no spaces'
  }
}

export function usersProblem(least: number): (text: string) => string | null {
  const pair = new RegExp(`^[^:\\s]+:[\\x21-\\x7e]{${least},}$`)
  return (text) =>
    splitList(text).every((entry) => pair.test(entry))
      ? null
      : `must be pairs name:secret, separated by commas, each secret of at least ${least} characters`
}

export function originProblem(text: string): string | null {
  const problem = gatewayUrlProblem(text)
  if (problem !== null) return 'is no address of a site: it looks like https://board.example.org'
  return new URL(text).pathname === '/' ? null : 'must end after the host or port'
}

export function originsProblem(text: string): string | null {
  return splitList(text).every((entry) =>
    entry.includes('*') ? isOriginPattern(entry) : originProblem(entry) === null,
  )
    ? null
    : 'must be addresses like https://page.example.org or https://*-page.example.org, separated by commas'
}

/** `*` stands in the first name alone, and two more follow: nobody can let all pages in. */
export function isOriginPattern(text: string): boolean {
  return /^https?:\/\/[a-z\d-]*\*[a-z\d-]*(?:\.[a-z\d-]+){2,}(?::\d{1,5})?$/i.test(text)
}

export function hostsProblem(text: string): string | null {
  return splitList(text).some((entry) => hostProblem(entry) !== null)
    ? 'must be host names, separated by commas'
    : null
}

export function networksProblem(text: string): string | null {
  return splitList(text).every((entry) => networkOf(entry) !== null)
    ? null
    : 'must be addresses or networks like 10.0.0.0/8, separated by commas'
}

export type Network = { address: string; prefix: number; family: 'ipv4' | 'ipv6' }

export function networkOf(entry: string): Network | null {
  const [address = '', prefix, ...more] = entry.split('/')
  const version = isIP(address)
  const most = version === 4 ? 32 : 128
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Infinity
  if (version === 0 || bits > most || more.length > 0) return null
  return { address, prefix: bits, family: version === 4 ? 'ipv4' : 'ipv6' }
}

export function workshopUserProblem(text: string): string | null {
  return /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i.test(text) ? null : 'must be letters, digits and dashes'
}
