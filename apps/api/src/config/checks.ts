import { isIPv4 } from 'node:net'
import { parseAddresses } from '../store/postgres/addresses.ts'

/** Each answers `null` when the text is fine, else what is wrong with it; never the text itself. */

export function gatewayUrlProblem(text: string): string | null {
  if (!URL.canParse(text)) return 'is no URL: it looks like http://gateway:4000'
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return 'must begin with http:// or https://'
  if (url.username !== '' || url.password !== '')
    return 'must not contain a user name or password: the key has its own variable'
  if (url.search !== '' || url.hash !== '') return 'must end with the path, without ? or #'
  return null
}

export function backendUrlProblem(text: string): string | null {
  return gatewayUrlProblem(text) === null
    ? null
    : 'is no address of a Podium: it looks like https://board.example.org'
}

export function proxyUrlProblem(text: string): string | null {
  return /^https?:\/\/[^/?#]+\/?$/.test(text) && URL.canParse(text)
    ? null
    : 'is no proxy address: it looks like http://proxy:3128'
}

export function databaseUrlProblem(text: string): string | null {
  return parseAddresses(text) === null
    ? 'is no PostgreSQL address: it looks like postgres://user@host/podium'
    : null
}

export function secretProblem(text: string): string | null {
  return text.length < 32 ? 'must have at least 32 characters' : null
}

export function keyProblem(text: string): string | null {
  if (!/^[\x21-\x7e]+$/.test(text))
    return 'has a character that no key has (a space, a line break, a dash or quote from a text processor)'
  if (text.length < 4) return 'is too short to be a key'
  return null
}

export function isLoopback(host: string): boolean {
  if (isIPv4(host)) return host.startsWith('127.')
  return host === 'localhost' || host === '::1' || host === '[::1]'
}

export function hostProblem(text: string): string | null {
  return /^[\w.:[\]-]+$/.test(text) ? null : 'is no host name or address'
}
