import { z } from 'zod'
import { Key, Label } from '../schema/fields.ts'

const anything = z.unknown().optional()

const ModelGroup = z.object({
  model_group: Key,
  providers: z.array(Key).nullish().catch(null),
  mode: Label,
  input_cost_per_token: anything,
  output_cost_per_token: anything,
})
export type ModelGroup = z.infer<typeof ModelGroup>

/** The body of `/model_group/info`: prices are the highest of the group's deployments. */
export const ModelGroups = z.object({ data: z.array(ModelGroup) })
