import type { Status, Tokens } from '@podium/contracts'
import { getJson } from './get-json.ts'

export function getTokens(signal: AbortSignal): Promise<Tokens> {
  return getJson('/tokens', signal)
}

export function getStatus(signal: AbortSignal): Promise<Status> {
  return getJson('/api/v1/status', signal)
}
