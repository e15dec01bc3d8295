import { isOriginPattern, networkOf, type Network } from './access-checks.ts'
import { splitList } from './list.ts'
import { isLoopback } from './checks.ts'
import type { Settings } from './settings.ts'

export type BasicUser = { name: string; secret: string; role: 'viewer' | 'admin' }
export type JwtConfig = { jwksUrl: string; issuer: string; audience: string; claim: string }
/** `viewer: null` is everybody who is signed in. */
export type Groups = { admin: readonly string[]; viewer: readonly string[] | null }

/** Who may sign in, and how. */
export type AccessConfig = {
  viewerTokens: readonly string[]
  adminToken: string | null
  users: readonly BasicUser[]
  jwt: JwtConfig | null
  trustedProxies: readonly Network[]
  proxySignIn: boolean
  groups: Groups
  anonymousRead: boolean
}

/** The names under which this server answers, and the sites whose pages may use it. */
export type SiteConfig = {
  publicUrl: URL | null
  allowedHosts: readonly string[]
  /** Their pages may read and write. */
  allowedOrigins: readonly string[]
  /** Their pages may read. */
  readingOrigins: readonly string[]
  /** The same, with a `*` for a part of the first name. */
  readingPatterns: readonly string[]
}

export function accessOf(settings: Settings): AccessConfig {
  const { JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE } = settings
  return {
    viewerTokens: [settings.VIEWER_TOKEN, settings.SERVER_BASIC_AUTH_TOKEN].filter(
      (token) => token !== undefined,
    ),
    adminToken: settings.ADMIN_TOKEN ?? null,
    users: usersOf(settings),
    jwt:
      JWT_JWKS_URL === undefined || JWT_ISSUER === undefined || JWT_AUDIENCE === undefined
        ? null
        : {
            jwksUrl: JWT_JWKS_URL,
            issuer: JWT_ISSUER,
            audience: JWT_AUDIENCE,
            claim: settings.JWT_ROLE_CLAIM,
          },
    trustedProxies: splitList(settings.TRUSTED_PROXIES)
      .map(networkOf)
      .filter((network) => network !== null),
    proxySignIn: settings.PROXY_SIGN_IN,
    groups: {
      admin: splitList(settings.ADMIN_GROUPS),
      viewer: settings.VIEWER_GROUPS === undefined ? null : splitList(settings.VIEWER_GROUPS),
    },
    anonymousRead: settings.ALLOW_ANONYMOUS_READ,
  }
}

export function siteOf(settings: Settings): SiteConfig {
  const { PUBLIC_URL: publicUrl, VITE_WORKSHOP_USER: user } = settings
  const origins = splitList(settings.ALLOWED_ORIGINS)
  return {
    publicUrl: publicUrl === undefined ? null : new URL(publicUrl),
    allowedHosts: splitList(settings.ALLOWED_HOSTS).map((host) => host.toLowerCase()),
    allowedOrigins: origins
      .filter((origin) => !isOriginPattern(origin))
      .map((origin) => new URL(origin).origin),
    readingOrigins: [
      `http://localhost:${settings.VITE_LEADERBOARD_FRONTEND_PORT}`,
      ...(user === undefined ? [] : workshopOrigins(user)),
    ],
    readingPatterns: origins.filter(isOriginPattern).map((pattern) => pattern.toLowerCase()),
  }
}

/** Where the workshops of the original serve their pages. */
function workshopOrigins(user: string): string[] {
  return ['http', 'https'].flatMap((scheme) =>
    ['workshop.devboost.com', 'workshop.mkhe.de'].map(
      (domain) => `${scheme}://${user.toLowerCase()}-leaderboard-frontend.${domain}`,
    ),
  )
}

function usersOf({ BASIC_USERS, BASIC_ADMINS }: Settings): BasicUser[] {
  const as = (role: BasicUser['role']) => (pair: string) => {
    const at = pair.indexOf(':')
    return { name: pair.slice(0, at), secret: pair.slice(at + 1), role }
  }
  return [...splitList(BASIC_USERS).map(as('viewer')), ...splitList(BASIC_ADMINS).map(as('admin'))]
}

/** Whether there is any way to sign in. */
export function hasAuthMethod(access: AccessConfig): boolean {
  const { viewerTokens, adminToken, users, jwt, proxySignIn } = access
  return (
    viewerTokens.length > 0 ||
    adminToken !== null ||
    users.length > 0 ||
    jwt !== null ||
    proxySignIn
  )
}

export function accessProblems(settings: Settings): string[] {
  const access = accessOf(settings)
  const problems: string[] = []
  if (!isLoopback(settings.HOST) && !access.anonymousRead && !hasAuthMethod(access))
    problems.push(
      'HOST is not a loopback address, so everybody on the network could read the board: set VIEWER_TOKEN or another way in, or ALLOW_ANONYMOUS_READ=true if that is what you want.',
    )
  if (access.adminToken !== null && access.viewerTokens.includes(access.adminToken))
    problems.push('ADMIN_TOKEN is also a token of viewers: who reads could administer.')
  if (new Set(access.users.map(({ name }) => name)).size < access.users.length)
    problems.push('BASIC_USERS and BASIC_ADMINS name somebody twice.')
  if (access.proxySignIn && access.trustedProxies.length === 0)
    problems.push('PROXY_SIGN_IN needs TRUSTED_PROXIES: who else may say who somebody is?')
  if (access.proxySignIn && access.trustedProxies.some(isOfStrangers))
    problems.push(
      'TRUSTED_PROXIES has a network that is larger than any private one: with PROXY_SIGN_IN strangers in it could say who they are.',
    )
  return [...problems, ...jwtProblems(settings)]
}

/** The largest private networks are 10.0.0.0/8 and fc00::/7. */
function isOfStrangers({ address, prefix, family }: Network): boolean {
  const isMapped = /^::ffff:/i.test(address)
  return prefix < (family === 'ipv4' ? 8 : isMapped ? 104 : 7)
}

function jwtProblems(settings: Settings): string[] {
  const trio = ['JWT_JWKS_URL', 'JWT_ISSUER', 'JWT_AUDIENCE'] as const
  const missing = trio.filter((name) => settings[name] === undefined)
  return missing.length === 0 || missing.length === trio.length
    ? []
    : [
        `${missing.join(' and ')} must be set, too: tokens of a sign-in service need ${trio.join(', ')}.`,
      ]
}
