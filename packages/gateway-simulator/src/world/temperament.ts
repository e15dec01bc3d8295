/** How a team works. Shares are of requests, medians are tokens. */
export interface Temperament {
  name: string
  /** Requests a minute while everybody is at work. */
  pace: number
  /** How strongly the own rhythm swings around that pace, 0..1, and how long one swing takes. */
  swing: number
  swingMinutes: number
  /** Bursts: an agent is let loose about every so many minutes and multiplies the pace. */
  burstEveryMinutes: number
  burstFactor: number
  /** Share of the pace that goes on outside working hours. */
  nightShare: number
  models: readonly (readonly [string, number])[]
  promptTokens: number
  completionTokens: number
  /** Share of requests that reuse a cached prefix, and of those tokens that are read from it. */
  cachedRequests: number
  cachedTokens: number
  /** Share of dispatched requests that the provider fails. */
  failures: number
}

export const temperaments: readonly Temperament[] = [
  {
    name: 'careful planner',
    pace: 3.2,
    swing: 0.3,
    swingMinutes: 47,
    burstEveryMinutes: 90,
    burstFactor: 2,
    nightShare: 0.3,
    models: [
      ['gpt-5-mini', 6],
      ['claude-sonnet-4.5', 2],
      ['text-embed-3', 2],
    ],
    promptTokens: 1800,
    completionTokens: 420,
    cachedRequests: 0.5,
    cachedTokens: 0.7,
    failures: 0.008,
  },
  {
    name: 'agent runner',
    pace: 5.5,
    swing: 0.5,
    swingMinutes: 31,
    burstEveryMinutes: 25,
    burstFactor: 3.5,
    nightShare: 0.55,
    models: [
      ['claude-sonnet-4.5', 3],
      ['claude-haiku-4.5', 4],
      ['gpt-5-mini', 2],
    ],
    promptTokens: 3200,
    completionTokens: 260,
    cachedRequests: 0.75,
    cachedTokens: 0.8,
    failures: 0.02,
  },
  {
    name: 'cache artist',
    pace: 3.6,
    swing: 0.25,
    swingMinutes: 63,
    burstEveryMinutes: 70,
    burstFactor: 2.2,
    nightShare: 0.3,
    models: [
      ['claude-haiku-4.5', 5],
      ['gpt-5-mini', 3],
      ['gemini-flash', 2],
    ],
    promptTokens: 4200,
    completionTokens: 380,
    cachedRequests: 0.92,
    cachedTokens: 0.88,
    failures: 0.012,
  },
  {
    name: 'sprinter',
    pace: 2.4,
    swing: 0.8,
    swingMinutes: 22,
    burstEveryMinutes: 18,
    burstFactor: 6,
    nightShare: 0.2,
    models: [
      ['gpt-5', 3],
      ['gpt-5-mini', 4],
      ['gemini-flash', 3],
    ],
    promptTokens: 1500,
    completionTokens: 700,
    cachedRequests: 0.3,
    cachedTokens: 0.6,
    failures: 0.03,
  },
  {
    name: 'local hero',
    pace: 4.2,
    swing: 0.4,
    swingMinutes: 39,
    burstEveryMinutes: 45,
    burstFactor: 2.5,
    nightShare: 0.4,
    models: [
      ['qwen3-32b', 6],
      ['gpt-oss-20b', 4],
      ['llama-3.3-70b', 2],
      ['Workshop/Large-EU', 1],
      ['mistral-small', 1],
    ],
    promptTokens: 1400,
    completionTokens: 520,
    cachedRequests: 0.4,
    cachedTokens: 0.6,
    failures: 0.025,
  },
  {
    name: 'night owl',
    pace: 3,
    swing: 0.5,
    swingMinutes: 55,
    burstEveryMinutes: 60,
    burstFactor: 3,
    nightShare: 1.4,
    models: [
      ['qwen3-32b', 5],
      ['gpt-oss-20b', 3],
      ['gpt-5-mini', 2],
      ['mistral-small', 2],
    ],
    promptTokens: 2100,
    completionTokens: 480,
    cachedRequests: 0.45,
    cachedTokens: 0.65,
    failures: 0.015,
  },
  {
    name: 'tinkerer',
    pace: 3.8,
    swing: 0.6,
    swingMinutes: 28,
    burstEveryMinutes: 35,
    burstFactor: 2.5,
    nightShare: 0.35,
    models: [
      ['gpt-5-mini', 2],
      ['gemini-flash', 1],
      ['qwen3-32b', 3],
      ['gpt-oss-20b', 2],
      ['gemma-3-4b', 3],
      ['mistral-small', 1],
      ['claude-haiku-4.5', 1],
      ['text-embed-3', 2],
    ],
    promptTokens: 1100,
    completionTokens: 340,
    cachedRequests: 0.25,
    cachedTokens: 0.55,
    failures: 0.06,
  },
  {
    name: 'index builder',
    pace: 4.6,
    swing: 0.45,
    swingMinutes: 72,
    burstEveryMinutes: 50,
    burstFactor: 4,
    nightShare: 0.3,
    models: [
      ['text-embed-3', 5],
      ['gemma-3-4b', 3],
      ['gpt-5-mini', 2],
      ['gemini-flash', 1],
    ],
    promptTokens: 2600,
    completionTokens: 300,
    cachedRequests: 0.2,
    cachedTokens: 0.5,
    failures: 0.01,
  },
]
