import { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { Label } from '../schema/fields.ts'
import { readVersion } from './version.ts'

export interface Readiness {
  isReady: boolean
  /** `none` is a gateway without a database. Releases up to 1.83 may report a loss two minutes late. */
  database: 'connected' | 'disconnected' | 'none' | 'unknown'
  /** Only releases up to 1.83 give it here. */
  version: string | null
}

const Answer = z.object({ db: Label, litellm_version: Label })

const databases: Readonly<Record<string, Readiness['database']>> = {
  connected: 'connected',
  disconnected: 'disconnected',
  'Not connected': 'none',
}

/** Reads `/health/readiness`, which needs no key and gets none. Not `/health`, which calls every model and costs money. */
export async function readReadiness(http: GatewayHttp, signal?: AbortSignal): Promise<Readiness> {
  try {
    const request = { route: '/health/readiness', anonymous: true, signal }
    const { db, litellm_version } = await http.readJson(request, expectShape(Answer, 'readiness'))
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
