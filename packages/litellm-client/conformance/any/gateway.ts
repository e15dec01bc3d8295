import { z } from 'zod'
import { LiteLLMError } from '../../src/index.ts'

/** A gateway somebody named: its admin key makes the traffic that is then looked for. */
export interface NamedGateway {
  baseUrl: string
  adminKey: string
  /** Public names to send requests to; empty: whatever chat models it lists. */
  models: readonly string[]
}

const Settings = z.object({
  CONFORMANCE_BASE_URL: z.url().optional(),
  CONFORMANCE_ADMIN_KEY: z.string().min(1).optional(),
  CONFORMANCE_MODELS: z.string().default(''),
})

export function readNamedGateway(
  env: Record<string, string | undefined>,
): NamedGateway | undefined {
  const parsed = Settings.safeParse(env)
  if (!parsed.success) throw mistake('CONFORMANCE_BASE_URL is no URL')
  const { CONFORMANCE_BASE_URL: baseUrl, CONFORMANCE_ADMIN_KEY: adminKey, ...rest } = parsed.data
  if (baseUrl === undefined && adminKey === undefined) return undefined
  if (baseUrl === undefined || adminKey === undefined) {
    throw mistake('CONFORMANCE_BASE_URL and CONFORMANCE_ADMIN_KEY go together')
  }
  const models = rest.CONFORMANCE_MODELS.split(',').map((name) => name.trim())
  return { baseUrl, adminKey, models: models.filter((name) => name !== '') }
}

/** Half a configuration is no reason to skip. */
function mistake(detail: string): LiteLLMError {
  return new LiteLLMError('config', { detail })
}
