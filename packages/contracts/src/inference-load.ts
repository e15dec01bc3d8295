import { z } from 'zod'
import { TeamName } from './board.ts'
import { dataVersion } from './data-version.ts'
import { Window } from './window.ts'

const tokens = (description: string) => z.number().meta({ description })
const known = (description: string) => z.number().nullable().meta({ description })

export const LoadOfTeam = z
  .object({
    team: TeamName.nullable().meta({ description: '`null` is traffic without a team.' }),
    tokens: tokens('What the gateway counted for it, prompt and generated.'),
    tokens_per_minute: known(
      'The same, for a minute that the engine was watched; `null` where it was not.',
    ),
    share: z.number().nullable().meta({
      description: 'Its share of the load, 0–1; `null` where there is none.',
    }),
  })
  .meta({ description: 'What one team asks of a model.' })
export type LoadOfTeam = z.infer<typeof LoadOfTeam>

export const LoadOfModel = z
  .object({
    model: z.string().meta({ description: 'As its engines call it.' }),
    public_models: z.array(z.string()).meta({
      description: 'The names by which clients of the gateway ask for it.',
    }),
    engines: z.array(z.string()).meta({ description: 'The ids of the engines that serve it.' }),
    minutes: z.int().min(0).meta({ description: 'Minutes of the window with a scrape.' }),
    engine_tokens: known('What the engines counted in them; `null` where they count none.'),
    gateway_tokens: tokens('What the gateway counted in the same minutes.'),
    not_via_gateway_tokens: known('What the engines counted beyond the gateway.'),
    ahead_tokens: tokens('What the gateway counted beyond the engines.'),
    not_via_gateway_share: z.number().nullable().meta({
      description: 'The share that did not come through the gateway, 0–1.',
    }),
    teams: z.array(LoadOfTeam).meta({ description: 'Most tokens first.' }),
  })
  .meta({
    description:
      'Who loads a model. The shares of the teams and of what did not come through the gateway add up to 1.',
  })
export type LoadOfModel = z.infer<typeof LoadOfModel>

export const InferenceLoad = z
  .object({
    data_version: dataVersion,
    window: Window,
    basis: z.literal('allocation_by_tokens').meta({
      description: 'Shares are an allocation by tokens, not a measurement.',
    }),
    models: z.array(LoadOfModel).meta({ description: 'Most tokens first.' }),
    unlinked: z
      .object({
        models: z.array(z.string()).meta({
          description: 'Models of engines that no public model leads to.',
        }),
        public_models: z.array(z.string()).meta({
          description: 'Public models of local engines that no engine here serves.',
        }),
      })
      .meta({ description: 'What could not be joined; `MODEL_ENGINES` says how.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/inference/load`.' })
export type InferenceLoad = z.infer<typeof InferenceLoad>
