import type { Profile } from '../gateway/profile.ts'
import type { Deployment } from '../world/deployments.ts'
import type { TokenUsage } from './token-usage.ts'

/** What a release charges: the prompt contains the cached tokens, which have prices of their own. */
export function priceUsage(
  usage: TokenUsage,
  deployment: Deployment,
  profile: Pick<Profile, 'unpricedCacheReads' | 'ownCacheReadPrice'>,
): number {
  const input = deployment.input ?? 0
  const output = deployment.output ?? 0
  const plain = usage.promptTokens - usage.cacheReadTokens - usage.cacheCreationTokens
  return (
    plain * input +
    usage.cacheReadTokens * priceCacheReads(deployment, profile) +
    usage.cacheCreationTokens * (deployment.cacheCreation ?? input) +
    usage.completionTokens * output
  )
}

function priceCacheReads(
  deployment: Deployment,
  profile: Pick<Profile, 'unpricedCacheReads' | 'ownCacheReadPrice'>,
): number {
  const isOverlooked = deployment.ownPrice === true && !profile.ownCacheReadPrice
  const price = isOverlooked ? deployment.listCacheRead : deployment.cacheRead
  if (price !== undefined) return price
  return profile.unpricedCacheReads === 'free' ? 0 : (deployment.input ?? 0)
}
