import {
  accessOf,
  accessProblems,
  siteOf,
  type AccessConfig,
  type SiteConfig,
} from './config/access.ts'
import { proxyUrlProblem } from './config/checks.ts'
import { inferenceOf, inferenceProblems, type InferenceConfig } from './config/inference.ts'
import { pageBackendOf } from './config/page-backend.ts'
import { readEnvironment, type Environment, type ReadFile } from './config/read-environment.ts'
import { Settings } from './config/settings.ts'
import { parseShadowPrices } from './config/shadow-prices.ts'
import { telemetryOf, type TelemetryConfig } from './config/telemetry.ts'

export type Gateway = { baseUrl: string; apiKey: string; ca?: string; proxyUrl?: string }

export type Config = {
  host: string
  port: number
  pollSeconds: number
  historyDays: number
  backfillMostRequests: number
  /** Dollars per token, by model. */
  shadowPrices: ReadonlyMap<string, { input: number; output: number }>
  /** `null` is a file under `dataDirectory`. */
  databaseUrl: string | null
  poolSize: number
  dataDirectory: string
  /** `null` is made once and kept in the store. */
  secretKey: string | null
  logLevel: Settings['LOG_LEVEL']
  logFormat: Settings['LOG_FORMAT']
  telemetry: TelemetryConfig
  access: AccessConfig
  site: SiteConfig
  /** Where the page finds the API; `null` is here. */
  pageBackend: string | null
  requestsPerSecond: number
  livePerAddress: number
  inference: InferenceConfig
  /** `null` is demo mode. */
  gateway: Gateway | null
}

/** All problems at once; names of variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** The only place where variables become settings. A half-configured gateway is an error, never a demo. */
export function parseConfig(env: Environment, readFile: ReadFile): Config {
  const { texts, problems } = readEnvironment(env, readFile)
  const parsed = Settings.safeParse(texts)
  problems.push(
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join()} ${issue.message}.`),
  )
  problems.push(...gatewayProblems(env, texts))
  if (parsed.success)
    problems.push(
      ...accessProblems(parsed.data),
      ...demoProblems(env, parsed.data),
      ...proxyProblems(parsed.data),
      ...inferenceProblems(parsed.data),
    )
  const ca = readAuthorities(texts['LITELLM_CA_FILE'], readFile, problems)
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)

  const settings = parsed.data
  const { LITELLM_BASE_URL: baseUrl, LITELLM_API_KEY: apiKey } = settings
  return {
    host: settings.HOST.replace(/^\[(.+)\]$/, '$1'),
    port: settings.PORT ?? settings.VITE_LEADERBOARD_BACKEND_PORT,
    pollSeconds: settings.POLL_SECONDS,
    // The demo has lived a day and more, and nothing before it.
    historyDays: baseUrl === undefined ? Math.min(2, settings.HISTORY_DAYS) : settings.HISTORY_DAYS,
    backfillMostRequests: settings.BACKFILL_MAX_REQUESTS,
    shadowPrices: parseShadowPrices(settings.SHADOW_PRICES ?? '{}') ?? new Map(),
    databaseUrl: settings.PODIUM_DATABASE_URL ?? null,
    poolSize: settings.DATABASE_POOL_SIZE,
    dataDirectory: 'data',
    secretKey: settings.SECRET_KEY ?? null,
    logLevel: settings.LOG_LEVEL,
    logFormat: settings.LOG_FORMAT,
    telemetry: telemetryOf(settings),
    access: accessOf(settings),
    site: siteOf(settings),
    pageBackend: pageBackendOf(settings),
    requestsPerSecond: settings.REQUESTS_PER_SECOND,
    livePerAddress: settings.LIVE_PER_ADDRESS,
    inference: inferenceOf(settings, env['PATH'] ?? ''),
    gateway:
      baseUrl === undefined || apiKey === undefined
        ? null
        : { baseUrl, apiKey, ...(ca && { ca }), ...proxyFor(baseUrl, settings) },
  }
}

function readAuthorities(
  path: string | undefined,
  readFile: ReadFile,
  problems: string[],
): string | undefined {
  if (path === undefined) return undefined
  try {
    const pem = readFile(path)
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem
    problems.push('LITELLM_CA_FILE names a file without a PEM certificate.')
  } catch {
    problems.push('LITELLM_CA_FILE names a file that cannot be read.')
  }
  return undefined
}

/** The variable is everybody's, so it is judged only where it would be used. */
function proxyProblems(settings: Settings): string[] {
  const { LITELLM_BASE_URL: baseUrl } = settings
  const { proxyUrl } = baseUrl === undefined ? {} : proxyFor(baseUrl, settings)
  const problem = proxyUrl === undefined ? null : proxyUrlProblem(proxyUrl)
  return problem === null ? [] : [`HTTPS_PROXY ${problem}.`]
}

/** As other programs read these two: suffixes match whole labels, a star is everything, no scheme is http. */
function proxyFor(baseUrl: string, settings: Settings): { proxyUrl?: string } {
  const { protocol, hostname } = new URL(baseUrl)
  const { HTTPS_PROXY: proxy } = settings
  if (proxy === undefined || protocol !== 'https:') return {}
  const direct = (settings.NO_PROXY ?? '')
    .split(',')
    .map((entry) => entry.trim().replace(/^\./, ''))
  const isDirect = direct.some(
    (entry) => entry === '*' || (entry !== '' && `.${hostname}`.endsWith(`.${entry}`)),
  )
  return isDirect ? {} : { proxyUrl: proxy.includes('://') ? proxy : `http://${proxy}` }
}

function gatewayProblems(env: Environment, texts: Record<string, string>): string[] {
  const pair = ['LITELLM_BASE_URL', 'LITELLM_API_KEY']
  const attempted = Object.keys(env).filter(
    (name) => name.startsWith('LITELLM_') && env[name]?.trim(),
  )
  if (attempted.length === 0) return []
  return pair
    .filter((name) => texts[name] === undefined && !attempted.includes(`${name}_FILE`))
    .map(
      (name) =>
        `${name} is missing: ${attempted.join(' and ')} is set, and a gateway needs ${pair.join(' and ')}.`,
    )
}

function demoProblems(env: Environment, settings: Settings): string[] {
  const problems: string[] = []
  const isDemo = settings.LITELLM_BASE_URL === undefined && settings.LITELLM_API_KEY === undefined
  if (isDemo && env['NODE_ENV'] === 'production' && !settings.DEMO)
    problems.push(
      'LITELLM_BASE_URL and LITELLM_API_KEY are missing (DEMO=1 starts with demo data).',
    )
  return problems
}
