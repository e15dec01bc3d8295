import type { Profile } from '../gateway/profile.ts'
import { deploymentsOf } from '../world/deployments.ts'
import { type Counters, noCounters } from './counters.ts'
import { wasDispatched } from './sent-request.ts'
import type { SentRequest } from './sent-request.ts'

/** The columns that make a daily row what it is; `modelGroup` is not one of them. */
export interface RowIdentity {
  date: string
  teamId: string
  apiKey: string
  model: string
  provider: string
  endpoint: string
}

export interface Booking extends RowIdentity {
  modelGroup: string
  counters: Counters
}

/** The daily row that a release makes of a request, with that release's own mistakes. */
export function bookRequest(request: SentRequest, profile: Profile): Booking {
  const isFailure = request.outcome !== 'success'
  return {
    date: dateOf(isFailure && profile.failuresDatedByEnd ? request.endMs : request.startMs),
    teamId: bookedTeam(request, profile),
    apiKey: bookedKey(request, profile),
    ...bookedNames(request, profile),
    counters: isFailure ? countFailure(request, profile) : countSuccess(request, profile),
  }
}

export function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function bookedTeam({ outcome, teamId }: SentRequest, profile: Profile): string {
  switch (outcome) {
    case 'deleted key':
    case 'expired key':
    case 'unknown key':
    case 'refused read':
      return ''
    case 'budget exceeded':
      return profile.budgetRefusalsKeepTeam ? teamId : ''
    case 'success':
    case 'provider failed':
    case 'rate limited':
    case 'unknown model':
      return teamId
  }
}

function bookedKey(request: SentRequest, profile: Profile): string {
  if (request.outcome !== 'success' && !profile.failuresKeepKey) return ''
  if (request.isMasterKey && profile.masterKeyId === 'text') return 'litellm_proxy_master_key'
  return request.token
}

function bookedNames(request: SentRequest, profile: Profile) {
  if (request.outcome === 'refused read') {
    return { model: '', modelGroup: '', provider: '', endpoint: '' }
  }
  const { deployment, group } = request
  const endpoint = profile.endpointInRow ? request.endpoint : ''
  const failedEndpoint = profile.refusalsNameDeployment ? endpoint : ''
  const unnamed = { model: group, modelGroup: '', provider: '', endpoint: failedEndpoint }
  if (request.outcome === 'unknown model') {
    return { ...unnamed, model: profile.unknownModelsAreMerged ? 'unknown-model' : group }
  }
  if (deployment === null) return unnamed
  const model = profile.providerInModelName
    ? deployment.model
    : deployment.model.slice(deployment.provider.length + 1)
  const named = { model, modelGroup: group, provider: deployment.provider, endpoint }
  if (request.outcome === 'success') return named
  if (!wasDispatched(request)) {
    return profile.refusalsNameDeployment && deploymentsOf(group).length === 1 ? named : unnamed
  }
  if (!profile.dispatchedFailuresNameModel) {
    return { model: group, modelGroup: group, provider: '', endpoint: '' }
  }
  const provider = profile.dispatchedFailuresNameProvider ? deployment.provider : ''
  return { ...named, provider, endpoint: failedEndpoint }
}

function countSuccess(request: SentRequest, profile: Profile): Counters {
  const { deployment } = request
  const isAnthropic = deployment?.provider === 'anthropic'
  const saved = (deployment?.input ?? 0) - (deployment?.cacheRead ?? deployment?.input ?? 0)
  return {
    ...noCounters(),
    spend: request.spend,
    promptTokens:
      request.promptTokens - (profile.cacheCreationInsidePrompt ? 0 : request.cacheCreationTokens),
    completionTokens: request.completionTokens,
    cacheReadTokens: isAnthropic || profile.openAiCacheReadsCounted ? request.cacheReadTokens : 0,
    cacheCreationTokens: request.cacheCreationTokens,
    successes: 1,
    responseMs: request.endMs - request.startMs,
    timedRequests: 1,
    cachingSavings: request.cacheReadTokens * saved,
  }
}

/** Newer releases estimate the prompt of what a provider failed; nothing else is counted or charged. */
function countFailure(request: SentRequest, profile: Profile): Counters {
  const isEstimated = profile.failuresCarryPromptEstimate && wasDispatched(request)
  return {
    ...noCounters(),
    promptTokens: isEstimated ? Math.ceil(request.promptTokens * 0.9) : 0,
    failures: 1,
  }
}
