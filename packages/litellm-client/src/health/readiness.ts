import { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { jsonOf } from '../exchange/conform.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { Label } from '../exchange/tolerant.ts'
import { readVersion } from './version.ts'

export interface Readiness {
  isReady: boolean
  /** `none` is a gateway without a database; releases up to 1.83 may be two minutes behind. */
  database: 'connected' | 'disconnected' | 'none' | 'unknown'
  /** Told here up to 1.83 only. */
  version: string | null
}

const Answer = z.object({ db: Label, litellm_version: Label })

const databases: Readonly<Record<string, Readiness['database']>> = {
  connected: 'connected',
  disconnected: 'disconnected',
  'Not connected': 'none',
}

/** `/health/readiness` needs no key and is shown none. Never `/health`: it calls every model for money. */
export async function readReadiness(exchange: Exchange, signal?: AbortSignal): Promise<Readiness> {
  try {
    const question = { route: '/health/readiness', anonymous: true, signal }
    const { db, litellm_version } = await exchange.ask(question, jsonOf(Answer, 'readiness'))
    return {
      isReady: true,
      database: databases[db ?? ''] ?? 'unknown',
      version: readVersion(litellm_version),
    }
  } catch (error) {
    if (error instanceof LiteLLMError && error.status === 503) {
      return { isReady: false, database: 'unknown', version: null }
    }
    throw error
  }
}
