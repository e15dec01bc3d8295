import { z } from 'zod'
import { isOfKind } from '../errors/litellm-error.ts'
import { jsonOf } from '../exchange/conform.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { Label } from '../exchange/tolerant.ts'

const Hub = z.object({ litellm_version: Label })

/** A version is a short word; anything else is not shown as one. */
export function readVersion(text: string | null): string | null {
  return text !== null && /^[\w.+-]{1,40}$/.test(text) ? text : null
}

/** `/public/model_hub/info`, the one public route that tells the version in every release tried. */
export async function askVersion(exchange: Exchange, signal?: AbortSignal): Promise<string | null> {
  try {
    const question = { route: '/public/model_hub/info', anonymous: true, signal }
    return readVersion((await exchange.ask(question, jsonOf(Hub, 'version'))).litellm_version)
  } catch (error) {
    // Some gateways hide the route; a version is only for show.
    if (isOfKind(error, 'not_found', 'auth', 'forbidden', 'not_json', 'schema')) return null
    throw error
  }
}
