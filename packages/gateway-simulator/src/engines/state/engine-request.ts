/** How a request ends: whoever sent it hangs up after `generationTokens`; the last two never begin. */
export type Fate = 'stop' | 'length' | 'fails' | 'hangs up' | 'refused' | 'rejected'

/** What an engine is asked to do. */
export interface EngineRequest {
  arrivesMs: number
  promptTokens: number
  /** Of the prompt: what the prefix cache has. */
  cachedTokens: number
  generationTokens: number
  fate: Fate
  /** Who sent it: a team's id, empty for a gateway's request without a team, `direct` past the gateway. */
  sender: string
}

/** Where requests come from. */
export interface Traffic {
  /** Those that arrive up to an instant and were not told before, oldest first. */
  until(toMs: number): EngineRequest[]
}
