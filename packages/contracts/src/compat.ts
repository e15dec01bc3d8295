import { z } from 'zod'

const count = z.int().min(0)
const name = z.string().meta({
  description: 'The alias of the team, with a short id behind it where two teams share one.',
})
const tokens = count.meta({ description: 'Prompt and completion tokens together.' })
const model = z.string().meta({ description: 'The name that clients ask for.' })
const requests = {
  total_requests: count.meta({ description: 'Requests, successful and failed.' }),
  successful_requests: count.meta({ description: 'Requests that succeeded.' }),
  failed_requests: count.meta({ description: 'Requests that failed.' }),
}

export const Coverage = z
  .object({
    start_date: z.iso.date().meta({ description: 'The first UTC day of the range.' }),
    end_date: z.iso.date().meta({ description: 'The last UTC day of the range, which counts.' }),
    missing: z.array(z.iso.date()).meta({
      description: 'UTC days of the range that Podium has not read yet.',
    }),
  })
  .meta({ description: 'The range that an answer is about, and what is missing from it.' })
export type Coverage = z.infer<typeof Coverage>

export const CompatModel = z
  .object({
    model_name: model,
    total_tokens: tokens,
    prompt_tokens: count.meta({ description: 'Tokens that were sent to the model.' }),
    completion_tokens: count.meta({ description: 'Tokens that the model wrote.' }),
  })
  .meta({ description: 'What a key used one model for.' })
export type CompatModel = z.infer<typeof CompatModel>

export const CompatKey = z
  .object({
    api_key: z.string().meta({
      description: 'The public id of the key, never the hash that the gateway has of it.',
    }),
    key_alias: z.string().nullable().meta({ description: 'The name of the key; `null` is none.' }),
    models: z.array(CompatModel).meta({ description: 'The models that the key used.' }),
  })
  .meta({ description: 'What one key of a team used.' })
export type CompatKey = z.infer<typeof CompatKey>

export const CompatTeam = z
  .object({
    name,
    tokens,
    team_id: z.string().meta({ description: 'The public id of the team.' }),
    breakdown: z
      .object({
        api_keys: z.array(CompatKey).meta({ description: 'The keys of the team.' }),
      })
      .meta({ description: 'How the tokens of the team are made up.' }),
  })
  .meta({ description: 'One team of the leaderboard.' })
export type CompatTeam = z.infer<typeof CompatTeam>

export const CompatLeaderboard = z
  .object({
    teams: z.array(CompatTeam).meta({ description: 'Every team, most tokens first.' }),
    coverage: Coverage,
  })
  .meta({ description: 'The answer of `GET /tokens`.' })
export type CompatLeaderboard = z.infer<typeof CompatLeaderboard>

export const CompatTimeseries = z
  .object({
    timeseries: z
      .array(
        z.object({
          date: z.iso.date().meta({ description: 'The UTC day.' }),
          teams: z
            .array(z.object({ name, tokens, ...requests }))
            .meta({ description: 'What every team used on that day.' }),
        }),
      )
      .meta({ description: 'Every day of the range, oldest first.' }),
    coverage: Coverage,
  })
  .meta({ description: 'The answer of `GET /tokens/timeseries`.' })
export type CompatTimeseries = z.infer<typeof CompatTimeseries>

export const CompatModels = z
  .object({
    models: z
      .array(z.object({ model, tokens }))
      .meta({ description: 'Every model, most tokens first.' }),
    coverage: Coverage,
  })
  .meta({ description: 'The answer of `GET /tokens/models`.' })
export type CompatModels = z.infer<typeof CompatModels>

export const CompatSuccessRate = z
  .object({
    teams: z
      .array(
        z.object({
          name,
          ...requests,
          success_rate: z.number().min(0).max(100).meta({
            description: 'Successful requests in percent, two decimals; 0 without requests.',
          }),
        }),
      )
      .meta({ description: 'Every team.' }),
    coverage: Coverage,
  })
  .meta({ description: 'The answer of `GET /tokens/success-rate`.' })
export type CompatSuccessRate = z.infer<typeof CompatSuccessRate>

export const CompatCostEfficiency = z
  .object({
    cells: z
      .array(
        z.object({
          team: name,
          model,
          cost_per_1k_tokens: z.number().meta({
            description: 'US dollars per 1,000 tokens, four decimals.',
          }),
          total_cost: z.number().meta({ description: 'US dollars, four decimals.' }),
          total_tokens: tokens,
        }),
      )
      .meta({ description: 'One entry for each team and model.' }),
    coverage: Coverage,
  })
  .meta({ description: 'The answer of `GET /tokens/cost-efficiency`.' })
export type CompatCostEfficiency = z.infer<typeof CompatCostEfficiency>

export const CompatHourly = z
  .object({
    hours: z
      .array(
        z.object({
          hour: z.int().min(0).max(23).meta({ description: 'The hour of the UTC day.' }),
          tokens: count.meta({ description: 'Tokens of that hour, summed over the range.' }),
        }),
      )
      .length(24)
      .meta({ description: 'The 24 hours of the UTC day.' }),
    unattributed_tokens: z.int().meta({
      description:
        'Tokens of the range without a known hour; below 0 where the gateway took back tokens that had one.',
    }),
    coverage: Coverage,
  })
  .meta({ description: 'The answer of `GET /tokens/hourly`.' })
export type CompatHourly = z.infer<typeof CompatHourly>
