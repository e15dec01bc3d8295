import { describe, expect, test } from 'vitest'
import { ConfigError, parseConfig } from '../src/config.ts'

const noFile = () => {
  throw new Error('no such file')
}
const gateway = { LITELLM_BASE_URL: 'http://gateway:4000', LITELLM_API_KEY: 'sk-canary-1234' }

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env, noFile)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('parseConfig', () => {
  test('nothing set is demo mode on loopback', () => {
    expect(parseConfig({}, noFile)).toEqual({
      host: '127.0.0.1',
      port: 4180,
      pollSeconds: 10,
      historyDays: 2,
      backfillMostRequests: 20_000,
      shadowPrices: new Map(),
      databaseUrl: null,
      poolSize: 10,
      dataDirectory: 'data',
      secretKey: null,
      logLevel: 'info',
      logFormat: 'text',
      telemetry: { metricsAccess: 'viewer', otlp: null },
      access: {
        viewerTokens: [],
        adminToken: null,
        users: [],
        jwt: null,
        trustedProxies: [],
        proxySignIn: false,
        groups: { admin: ['podium-admin'], viewer: null },
        anonymousRead: false,
      },
      site: {
        publicUrl: null,
        allowedHosts: [],
        allowedOrigins: [],
        readingOrigins: ['http://localhost:5173'],
        readingPatterns: [],
      },
      pageBackend: null,
      requestsPerSecond: 500,
      livePerAddress: 200,
      inference: {
        intervalMs: 5000,
        engines: [],
        apiKey: null,
        gpus: 'auto',
        path: '',
        visibleDevices: null,
        modelLinks: [],
        gpuLinks: [],
        goals: { ttftP95Seconds: 2, itlP95Seconds: 0.05, queueP90Seconds: 1 },
        energy: { usdPerKwh: null, gramsCo2PerKwh: null, gramsSource: null, pue: null },
      },
      gateway: null,
    })
  })

  test('the two variables of the gateway are enough', () => {
    expect(
      parseConfig({ ...gateway, LITELLM_API_KEY: ' sk-canary-1234\n' }, noFile).gateway,
    ).toEqual({
      baseUrl: 'http://gateway:4000',
      apiKey: 'sk-canary-1234',
    })
  })

  test('a secret may live in a file', () => {
    const env = { LITELLM_BASE_URL: 'http://gateway:4000', LITELLM_API_KEY_FILE: '/run/key' }
    expect(parseConfig(env, () => 'sk-from-file\n').gateway?.apiKey).toBe('sk-from-file')
    expect(problems(env)).toEqual(['LITELLM_API_KEY_FILE names a file that cannot be read.'])
  })

  test('half a gateway is an error, never a demo', () => {
    expect(problems({ LITELLM_API_KEY: 'sk-1234' })).toEqual([
      'LITELLM_BASE_URL is missing: LITELLM_API_KEY is set, and a gateway needs LITELLM_BASE_URL and LITELLM_API_KEY.',
    ])
    expect(problems({ LITELLM_BASE_URL: 'http://gateway:4000', LITELLM_API_KEY: '' })).toEqual([
      'LITELLM_API_KEY is missing: LITELLM_BASE_URL is set, and a gateway needs LITELLM_BASE_URL and LITELLM_API_KEY.',
    ])
    expect(problems({ LITELLM_MASTER_KEY: 'sk-1234' })).toEqual([
      'LITELLM_BASE_URL is missing: LITELLM_MASTER_KEY is set, and a gateway needs LITELLM_BASE_URL and LITELLM_API_KEY.',
      'LITELLM_API_KEY is missing: LITELLM_MASTER_KEY is set, and a gateway needs LITELLM_BASE_URL and LITELLM_API_KEY.',
    ])
  })

  test('all problems are told at once, by name and never by value', () => {
    const told = problems({
      LITELLM_BASE_URL: 'ftp://user:hunter2@gateway',
      LITELLM_API_KEY: 'sk–canary 1234',
      PORT: '70000',
      POLL_SECONDS: '0',
      LOG_LEVEL: 'loud',
    })
    expect(told.map((line) => line.split(' ')[0])).toEqual([
      'LITELLM_BASE_URL',
      'LITELLM_API_KEY',
      'POLL_SECONDS',
      'PORT',
      'LOG_LEVEL',
    ])
    expect(told.join()).not.toMatch(/hunter2|canary|70000|loud/)
  })

  test.each([
    'gateway:4000',
    'not a url',
    'http://user:pw@gateway',
    'http://gateway?key=sk-1',
    'http://gateway/#x',
    'file:///etc/passwd',
  ])('%s is no gateway', (LITELLM_BASE_URL) => {
    expect(problems({ ...gateway, LITELLM_BASE_URL })).toHaveLength(1)
  })

  test('a gateway behind a path is one', () => {
    const env = { ...gateway, LITELLM_BASE_URL: 'https://ai.example.org/litellm/' }
    expect(parseConfig(env, noFile).gateway?.baseUrl).toBe('https://ai.example.org/litellm/')
  })

  test('a proxy serves a gateway at https, unless its host is named', () => {
    const env = { LITELLM_BASE_URL: 'https://ai.example.org', LITELLM_API_KEY: 'sk-1234' }
    const proxy = (NO_PROXY: string, url = env.LITELLM_BASE_URL) =>
      parseConfig(
        { ...env, LITELLM_BASE_URL: url, NO_PROXY, HTTPS_PROXY: 'http://proxy:3128' },
        noFile,
      ).gateway?.proxyUrl
    expect(proxy('')).toBe('http://proxy:3128')
    expect(proxy('example.com,le.org')).toBe('http://proxy:3128')
    expect(proxy('localhost, .example.org')).toBeUndefined()
    expect(proxy('*')).toBeUndefined()
    expect(proxy('', 'http://ai.example.org')).toBeUndefined()
    const proxied = (HTTPS_PROXY: string) =>
      parseConfig({ ...env, HTTPS_PROXY }, noFile).gateway?.proxyUrl
    expect(proxied('proxy:3128')).toBe('http://proxy:3128')
    expect(problems({ ...env, HTTPS_PROXY: 'socks5://proxy:1080' })).toEqual([
      'HTTPS_PROXY is no proxy address: it looks like http://proxy:3128.',
    ])
    expect(problems({ HTTPS_PROXY: 'socks5://proxy:1080' })).toEqual([])
  })

  test('the database and the secret are checked and never repeated', () => {
    const told = problems({ PODIUM_DATABASE_URL: 'mysql://canary@db', SECRET_KEY: 'canary' })
    expect(told).toEqual([
      'PODIUM_DATABASE_URL is no PostgreSQL address: it looks like postgres://user@host/podium.',
      'SECRET_KEY must have at least 32 characters.',
    ])
  })

  test('an own authority is read from its file', () => {
    const env = { ...gateway, LITELLM_CA_FILE: '/ca.pem' }
    const pem = '-----BEGIN CERTIFICATE-----\nMII'
    expect(parseConfig(env, () => pem).gateway?.ca).toBe(pem)
    expect(() => parseConfig(env, () => 'no')).toThrow('without a PEM certificate')
    expect(() => parseConfig(env, noFile)).toThrow('cannot be read')
  })

  test('the original name of the port holds until PORT is set', () => {
    expect(parseConfig({ VITE_LEADERBOARD_BACKEND_PORT: '8000' }, noFile).port).toBe(8000)
    expect(parseConfig({ VITE_LEADERBOARD_BACKEND_PORT: '8000', PORT: '9000' }, noFile).port).toBe(
      9000,
    )
  })

  test('an open address needs an open word', () => {
    expect(problems({ HOST: '0.0.0.0' })).toHaveLength(1)
    expect(parseConfig({ HOST: '0.0.0.0', ALLOW_ANONYMOUS_READ: 'true' }, noFile).host).toBe(
      '0.0.0.0',
    )
  })

  test('an IPv6 address may have its brackets', () => {
    expect(parseConfig({ HOST: '[::1]' }, noFile).host).toBe('::1')
  })

  test('an image shows a demo only when told to', () => {
    expect(problems({ NODE_ENV: 'production' })).toHaveLength(1)
    expect(parseConfig({ NODE_ENV: 'production', DEMO: '1' }, noFile).gateway).toBeNull()
  })
})
