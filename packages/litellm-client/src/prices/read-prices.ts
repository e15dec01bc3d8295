import type { z } from 'zod'
import { isNotForThisKey, isOfKind, LiteLLMError } from '../errors/litellm-error.ts'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { Deployments } from './deployment.ts'
import { ModelGroups } from './model-group.ts'
import { type ModelPrice, priceModels } from './model-price.ts'

/** Which of the two names the gateway has for the route of deployments. */
export interface PriceMemory {
  infoRoute: '/model/info' | '/v1/model/info'
}

/** Reads `/model_group/info`, which has the operator's prices, and `/model/info` for cache prices and zeros. */
export async function readPrices(
  http: GatewayHttp,
  memory: PriceMemory,
  signal?: AbortSignal,
): Promise<ModelPrice[]> {
  const refusals: LiteLLMError[] = []
  const read = async <T>(route: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    try {
      return await http.readJson({ route, signal }, expectShape(schema, 'prices'))
    } catch (error) {
      if (!isOfKind(error, 'not_found', 'forbidden', 'viewer_refused')) throw error
      refusals.push(error)
      return undefined
    }
  }
  const groups = await read('/model_group/info', ModelGroups)
  let deployments = await read(memory.infoRoute, Deployments)
  if (deployments === undefined && memory.infoRoute === '/model/info') {
    deployments = await read('/v1/model/info', Deployments)
    if (deployments !== undefined) memory.infoRoute = '/v1/model/info'
  }
  if (groups === undefined && deployments === undefined) {
    // A key that may not read prices is another failure than a gateway without a route for them.
    const kind = refusals.find(isNotForThisKey)?.kind ?? 'not_found'
    throw new LiteLLMError(kind, { host: http.host, detail: 'no route has prices' })
  }
  return priceModels(groups?.data ?? [], deployments?.data ?? [])
}
