import { z } from 'zod'
import { isOfKind } from '../errors/litellm-error.ts'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { Label } from '../schema/fields.ts'

const Hub = z.object({ litellm_version: Label })

/** A version is a short word; other texts count as none. */
export function readVersion(text: string | null): string | null {
  return text !== null && /^[\w.+-]{1,40}$/.test(text) ? text : null
}

/** Reads `/public/model_hub/info`, the one public route that has the version in every release that was tried. */
export async function askVersion(http: GatewayHttp, signal?: AbortSignal): Promise<string | null> {
  try {
    const request = { route: '/public/model_hub/info', anonymous: true, signal }
    return readVersion((await http.readJson(request, expectShape(Hub, 'version'))).litellm_version)
  } catch (error) {
    // Some gateways hide the route. The version is only displayed, so it may be missing.
    if (isOfKind(error, 'not_found', 'auth', 'forbidden', 'not_json', 'schema')) return null
    throw error
  }
}
