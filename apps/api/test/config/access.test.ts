import { expect, test } from 'vitest'
import { ConfigError, parseConfig } from '../../src/config.ts'

const noFile = () => {
  throw new Error('no such file')
}

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env, noFile)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('an address that others reach is refused in one line until there is a way in', () => {
  const [line, ...more] = problems({ HOST: '0.0.0.0' })
  expect(line).toMatch(/^HOST is not a loopback address.+VIEWER_TOKEN.+ALLOW_ANONYMOUS_READ=true/)
  expect(more).toEqual([])
})

test.each([
  { VIEWER_TOKEN: 'canary-viewer' },
  { ADMIN_TOKEN: 'canary-admin-0123' },
  { SERVER_BASIC_AUTH_TOKEN: 'canary-original' },
  { BASIC_USERS: 'anna:canary-secret' },
  { BASIC_ADMINS: 'ben:canary-secret-long' },
  { JWT_JWKS_URL: 'https://id.example.org/jwks', JWT_ISSUER: 'id', JWT_AUDIENCE: 'podium' },
  { PROXY_SIGN_IN: 'true', TRUSTED_PROXIES: '10.0.0.0/8' },
  { ALLOW_ANONYMOUS_READ: 'true' },
])('%o is a way in', (env) => {
  expect(problems({ HOST: '0.0.0.0', ...env })).toEqual([])
})

test.each([
  ['VIEWER_TOKEN', 'short'],
  ['VIEWER_TOKEN', 'canary with spaces'],
  ['ADMIN_TOKEN', 'canary-canary'],
  ['BASIC_USERS', 'anna'],
  ['BASIC_USERS', 'anna:canary'],
  ['BASIC_ADMINS', 'ben:canary-canary'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', 'proxy.example.org'],
  ['PUBLIC_URL', 'board.example.org'],
  ['PUBLIC_URL', 'https://board.example.org/canary'],
  ['ALLOWED_ORIGINS', '*'],
  ['ALLOWED_ORIGINS', 'https://*.org'],
  ['ALLOWED_ORIGINS', 'https://page.*.example.org'],
  ['ALLOWED_HOSTS', 'board/canary'],
  ['JWT_JWKS_URL', 'file:///canary'],
  ['VITE_WORKSHOP_USER', 'canary.evil.org/'],
])('%s=%s is refused by name, never by value', (name, value) => {
  const told = problems({ [name]: value })
  expect(told.some((line) => line.startsWith(`${name} `))).toBe(true)
  expect(told.join()).not.toContain('canary')
})

test('what contradicts itself is refused', () => {
  const token = 'canary-canary-canary'
  expect(problems({ VIEWER_TOKEN: token, ADMIN_TOKEN: token })).toHaveLength(1)
  expect(problems({ BASIC_USERS: 'anna:12345678,anna:87654321' })).toHaveLength(1)
  expect(problems({ PROXY_SIGN_IN: '1' })).toHaveLength(1)
  for (const all of ['0.0.0.0/0', '::/0', '10.0.0.1,0.0.0.0/1', '::ffff:0:0/96'])
    expect(problems({ PROXY_SIGN_IN: '1', TRUSTED_PROXIES: all })).toHaveLength(1)
  expect(problems({ PROXY_SIGN_IN: '1', TRUSTED_PROXIES: '10.0.0.0/8,fc00::/7' })).toEqual([])
  expect(problems({ JWT_ISSUER: 'id' })).toEqual([
    'JWT_JWKS_URL and JWT_AUDIENCE must be set, too: tokens of a sign-in service need JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE.',
  ])
})

test.each([
  'VIEWER_TOKEN',
  'ADMIN_TOKEN',
  'SERVER_BASIC_AUTH_TOKEN',
  'BASIC_USERS',
  'BASIC_ADMINS',
])('%s may live in a file', (name) => {
  const text = 'anna:a-secret-of-some-length'
  const inFile = parseConfig({ [`${name}_FILE`]: '/run/secret' }, () => `${text}\n`)
  expect(inFile.access).toEqual(parseConfig({ [name]: text }, noFile).access)
})

test('the origins of the original are built from its variables', () => {
  const env = { VITE_LEADERBOARD_FRONTEND_PORT: '9000', VITE_WORKSHOP_USER: 'anna' }
  expect(parseConfig(env, noFile).site.readingOrigins).toEqual([
    'http://localhost:9000',
    'http://anna-leaderboard-frontend.workshop.devboost.com',
    'http://anna-leaderboard-frontend.workshop.mkhe.de',
    'https://anna-leaderboard-frontend.workshop.devboost.com',
    'https://anna-leaderboard-frontend.workshop.mkhe.de',
  ])
})

test('the page is told of another server only, not of this one by another name', () => {
  const backend = (env: Record<string, string>) => parseConfig(env, noFile).pageBackend
  expect(backend({})).toBeNull()
  const original = { VITE_LEADERBOARD_BACKEND_PORT: '9180' }
  expect(backend({ ...original, VITE_BACKEND_URL: 'http://localhost:9180' })).toBeNull()
  const found = { VITE_BACKEND_URL: 'https://board.example.org/' }
  expect(backend({ ...found, PUBLIC_URL: 'https://board.example.org' })).toBeNull()
  expect(backend(found)).toBe('https://board.example.org')
  expect(backend({ VITE_BACKEND_URL: 'http://localhost:9181/podium/' })).toBe(
    'http://localhost:9181/podium',
  )
  expect(problems({ VITE_BACKEND_URL: 'canary' })).toHaveLength(1)
})
