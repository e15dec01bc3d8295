import { z } from 'zod'

const known = (description: string) => z.number().nullable().meta({ description })

export const EnergyState = z
  .enum([
    'no_gpu',
    'gpu_missing',
    'gpu_shared',
    'window_too_short',
    'counter_reset',
    'no_reading',
    'too_few_tokens',
    'ok',
  ])
  .meta({ description: 'Why the energy is not known, the first that fits; else `ok`.' })
export type EnergyState = z.infer<typeof EnergyState>

const PerTokens = z.object({
  gross: known('With what the GPUs draw when nobody uses them.'),
  net: known('Without it; `null` while that is not known.'),
})

export const ModelEnergy = z
  .object({
    state: EnergyState,
    source: z.enum(['counter', 'power']).nullable().meta({
      description: '`counter`, or `power`: an estimate, integrated from samples of power.',
    }),
    boundary: z.enum(['gpu', 'gpu_pue']).meta({
      description: 'What money and CO₂ are of: the GPUs alone, or times `PUE`.',
    }),
    seconds: known('How long the window was.'),
    gpus: z.array(z.string()).meta({ description: 'The GPUs of the model, by their UUID.' }),
    joules: known('What its GPUs used in the window.'),
    idle_joules: known('What they would have used without work.'),
    facility_joules: known('`joules` × PUE; `null` without a PUE.'),
    prompt_tokens: known('Prompt tokens of the window.'),
    generation_tokens: known('Tokens generated in the window.'),
    mean_running: known('How many requests ran at a time, on average.'),
    joules_per_1k_generation_tokens: PerTokens.meta({
      description: 'Joules for 1,000 generated tokens.',
    }),
    joules_per_1k_tokens: PerTokens.meta({
      description: 'Joules for 1,000 tokens, prompt and generated.',
    }),
    plausible: z.boolean().nullable().meta({
      description: 'Whether a generated token took 0.02 to 50 joules: else it is measured wrong.',
    }),
    co2_grams: known('Grams of CO₂ of the window.'),
    co2_grams_per_million_tokens: known('Grams of CO₂ for a million tokens.'),
    usd_per_million_tokens: z
      .object({
        usage: known('For the energy beyond idle.'),
        with_idle: known('For all of it.'),
      })
      .meta({ description: 'US dollars of electricity for a million tokens.' }),
    hosted: z
      .object({
        model: z.string().meta({ description: 'A model of the gateway.' }),
        usd_per_million_tokens: z.number().meta({
          description: 'Its list price for this mix of prompt and generated tokens.',
        }),
      })
      .nullable()
      .meta({
        description: 'The cheapest model with a price that no engine here serves.',
      }),
    inputs: z
      .object({
        usd_per_kwh: known('`ENERGY_PRICE_USD_PER_KWH`.'),
        grams_co2_per_kwh: known('`GRID_GRAMS_CO2_PER_KWH`, or what its code stands for.'),
        grams_source: z.string().nullable().meta({
          description: 'Where the grams come from, with the year.',
        }),
        pue: known('`PUE`.'),
      })
      .meta({ description: 'What the operator said of their electricity.' }),
  })
  .meta({ description: 'What a model used of energy over the window, and what that costs.' })
export type ModelEnergy = z.infer<typeof ModelEnergy>
