import type { Profile } from '../gateway/profile.ts'
import type { Outcome, SentRequest } from '../ledger/sent-request.ts'
import { priceUsage } from '../ledger/spend.ts'
import type { Intent } from '../traffic/intent.ts'
import { deploymentsOf } from '../world/deployments.ts'
import type { World } from '../world/world.ts'

/** The outcome of a request, decided at the moment when it begins. */
export function resolveIntent(intent: Intent, world: World, profile: Profile): SentRequest {
  const deployment = deploymentsOf(intent.group)[intent.deployment] ?? null
  const outcome = decideOutcome(intent, world)
  const isSuccess = outcome === 'success'
  const usage = {
    promptTokens: intent.promptTokens,
    completionTokens: isSuccess ? intent.completionTokens : 0,
    cacheReadTokens: isSuccess ? intent.cacheReadTokens : 0,
    cacheCreationTokens: isSuccess ? intent.cacheCreationTokens : 0,
  }
  return {
    id: intent.id,
    outcome,
    startMs: intent.startMs,
    firstTokenMs: intent.firstTokenMs,
    endMs: intent.endMs,
    token: intent.token,
    isMasterKey: intent.token === world.masterToken,
    teamId: world.keys.get(intent.token)?.teamId ?? '',
    group: intent.group,
    deployment,
    endpoint: deployment?.mode === 'embedding' ? '/embeddings' : '/chat/completions',
    ...usage,
    spend: isSuccess && deployment !== null ? priceUsage(usage, deployment, profile) : 0,
  }
}

function decideOutcome(intent: Intent, world: World): Outcome {
  const key = world.keys.get(intent.token)
  if (key === undefined && intent.token !== world.masterToken) return 'unknown key'
  if (key !== undefined) {
    if (key.deletedAtMs !== null && key.deletedAtMs <= intent.startMs) return 'deleted key'
    if (key.expiresAtMs !== null && key.expiresAtMs <= intent.startMs) return 'expired key'
    const team = key.teamId === null ? undefined : world.teams.get(key.teamId)
    if (isSpent(key) || (team !== undefined && isSpent(team))) return 'budget exceeded'
  }
  switch (intent.fate) {
    case 'answered':
      return 'success'
    case 'provider failed':
    case 'rate limited':
    case 'unknown model':
      return intent.fate
  }
}

function isSpent({ spend, maxBudget }: { spend: number; maxBudget: number | null }): boolean {
  return maxBudget !== null && spend >= maxBudget
}
