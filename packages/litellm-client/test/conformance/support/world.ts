import { canary } from './canary.ts'
import {
  createGatewaySimulator,
  type GatewaySimulator,
  type ProfileName,
} from '@podium/gateway-simulator'

const hour = 3_600_000

/** Teams that work from noon over midnight to the small hours, renamed, moved and deleted meanwhile. */
export const startsAt = Date.UTC(2026, 10, 20, 14)
export const span = { from: '2026-11-20', to: '2026-11-21' }

/** A gateway whose clock stands still after that much traffic; twelve hours cross midnight. */
export function createWorld(
  profile: ProfileName,
  seed: number,
  { teams = 6, hours = 12 } = {},
): GatewaySimulator {
  const now = startsAt + hours * hour
  const gateway = createGatewaySimulator({
    profile,
    seed,
    teams,
    startsAt,
    masterKey: canary,
    now: () => now,
  })
  gateway.advance(now)
  return gateway
}
