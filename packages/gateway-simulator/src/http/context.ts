import type { TrafficEngine } from '../traffic-engine/traffic-engine.ts'
import type { Profile } from '../gateway/profile.ts'
import type { World } from '../world/world.ts'
import type { Caller } from './authenticate.ts'

/** The simulated gateway, as every handler gets it. */
export interface Gateway {
  world: World
  profile: Profile
  engine: TrafficEngine
  seed: number
  flushSeconds: number
}

/** A request of an authenticated caller. */
export interface GatewayRequest {
  gateway: Gateway
  nowMs: number
  url: URL
  query: URLSearchParams
  path: string
  caller: Caller
  body: unknown
}

export type Handler = (request: GatewayRequest) => Response | Promise<Response>

/** Roles that may look at everybody's data. */
export function seesEverything({ role }: Caller): boolean {
  return role === 'proxy_admin' || role === 'proxy_admin_viewer'
}
