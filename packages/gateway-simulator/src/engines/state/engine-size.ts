/** What an engine is able to do. */
export interface EngineSize {
  /** Requests that are worked on together. */
  maxRunning: number
  kvCapacityTokens: number
  /** The longest request. */
  contextTokens: number
  prefillTokensPerSecond: number
  /** Of a request that runs alone; a full batch makes each one slower. */
  tokensPerSecond: number
}
