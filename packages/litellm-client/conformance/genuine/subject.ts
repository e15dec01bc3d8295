import type { LiteLLMClient } from '../../src/index.ts'
import type { Cell } from '../cells.ts'
import type { Checklist } from '../checklist.ts'
import type { Deployment } from './configured-prices.ts'
import type { Release } from './releases.ts'
import type { Truth } from './truth.ts'

/** Everything a check may look at. */
export interface Subject {
  release: Release
  baseUrl: string
  masterKey: string
  /** Speaks with the master key. */
  client: LiteLLMClient
  truth: Truth
  /** What the daily rows of this release must hold. */
  expected: readonly Cell[]
  prices: Record<string, Deployment[]>
  list: Checklist
  signal: AbortSignal
}
