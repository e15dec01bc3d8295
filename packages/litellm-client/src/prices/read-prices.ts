import type { z } from 'zod'
import { isOfKind, LiteLLMError } from '../errors/litellm-error.ts'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { Deployments } from './deployment.ts'
import { ModelGroups } from './model-group.ts'
import { type ModelPrice, priceModels } from './model-price.ts'

/** Which of the two names of the deployments' route this gateway knows. */
export interface PriceMemory {
  infoRoute: '/model/info' | '/v1/model/info'
}

/** `/model_group/info` first, which honours the operator's prices; `/model/info` adds cache prices and zeros. */
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
      if (!isOfKind(error, 'not_found', 'forbidden')) throw error
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
    // A key that may not read prices is told apart from a gateway that has no route for them.
    const kind = refusals.some((refusal) => refusal.kind === 'forbidden')
      ? 'forbidden'
      : 'not_found'
    throw new LiteLLMError(kind, { host: http.host, detail: 'no route tells prices' })
  }
  return priceModels(groups?.data ?? [], deployments?.data ?? [])
}
