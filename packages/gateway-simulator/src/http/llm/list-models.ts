import { deployments } from '../../world/deployments.ts'
import type { GatewayRequest } from '../context.ts'

/** `GET /v1/models`: the public names, in OpenAI's shape. */
export function listModels({ gateway }: GatewayRequest): Response {
  const groups = new Map(deployments.map((deployment) => [deployment.group, deployment]))
  return Response.json({
    data: [...groups.values()].map((deployment) => ({
      id: deployment.group,
      object: 'model',
      created: 1_677_610_602,
      owned_by: 'openai',
      ...(gateway.profile.release >= 105 &&
        deployment.maxOutput !== undefined && {
          mode: deployment.mode,
          max_input_tokens: deployment.maxInput,
          max_output_tokens: deployment.maxOutput,
        }),
    })),
    object: 'list',
  })
}
