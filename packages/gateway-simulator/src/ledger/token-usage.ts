/** The tokens of one request. The prompt contains the cached ones. */
export interface TokenUsage {
  promptTokens: number
  completionTokens: number
  cacheReadTokens: number
  cacheCreationTokens: number
}

export const noTokens: Readonly<TokenUsage> = {
  promptTokens: 0,
  completionTokens: 0,
  cacheReadTokens: 0,
  cacheCreationTokens: 0,
}
