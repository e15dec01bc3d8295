export type Limits = { bytes: number; samples: number; labelCharacters: number }

/** vLLM can put a whole model configuration into one label, and no engine needs more than these. */
export const defaultLimits: Limits = {
  bytes: 8 * 1024 * 1024,
  samples: 50_000,
  labelCharacters: 200,
}
