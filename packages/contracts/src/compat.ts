import { z } from 'zod'

const count = z.int().min(0)

/** Days of the range that the gateway has not been read for yet. */
export const Coverage = z.object({
  start_date: z.iso.date(),
  end_date: z.iso.date(),
  missing: z.array(z.iso.date()),
})
export type Coverage = z.infer<typeof Coverage>

/** `GET /tokens/timeseries`: every day, oldest first. */
export const TokensTimeseries = z.object({
  timeseries: z.array(
    z.object({
      date: z.iso.date(),
      teams: z.array(
        z.object({
          name: z.string(),
          tokens: count,
          total_requests: count,
          successful_requests: count,
          failed_requests: count,
        }),
      ),
    }),
  ),
  coverage: Coverage,
})
export type TokensTimeseries = z.infer<typeof TokensTimeseries>

/** `GET /tokens/models`, most first. */
export const TokensModels = z.object({
  models: z.array(z.object({ model: z.string(), tokens: count })),
  coverage: Coverage,
})
export type TokensModels = z.infer<typeof TokensModels>

/** `GET /tokens/success-rate`. */
export const TokensSuccessRate = z.object({
  teams: z.array(
    z.object({
      name: z.string(),
      total_requests: count,
      successful_requests: count,
      failed_requests: count,
      /** 0–100, two decimals; 0 without requests. */
      success_rate: z.number().min(0).max(100),
    }),
  ),
  coverage: Coverage,
})
export type TokensSuccessRate = z.infer<typeof TokensSuccessRate>

/** `GET /tokens/cost-efficiency`: four decimals. */
export const TokensCostEfficiency = z.object({
  cells: z.array(
    z.object({
      team: z.string(),
      model: z.string(),
      cost_per_1k_tokens: z.number(),
      total_cost: z.number(),
      total_tokens: count,
    }),
  ),
  coverage: Coverage,
})
export type TokensCostEfficiency = z.infer<typeof TokensCostEfficiency>

/** `GET /tokens/hourly`: hours of the UTC day, summed over the range. */
export const TokensHourly = z.object({
  hours: z.array(z.object({ hour: z.int().min(0).max(23), tokens: count })).length(24),
  /** Tokens of the range without a known hour; below 0 where the gateway took back what had one. */
  unattributed_tokens: z.int(),
  coverage: Coverage,
})
export type TokensHourly = z.infer<typeof TokensHourly>
