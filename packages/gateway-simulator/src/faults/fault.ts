import type { ServerResponse } from 'node:http'
import type { Profile } from '../gateway/profile.ts'
import type { TrafficEngine } from '../traffic-engine/traffic-engine.ts'

export interface FaultContext {
  url: URL
  engine: TrafficEngine
  nowMs: number
  profile: Profile
  /** The key that was sent. */
  secret: string
  /** The answer without the fault, also for another URL. */
  genuine: (url?: URL) => Promise<Response>
}

/** One way in which a gateway, or something in front of it, goes wrong. */
export type Fault = FaultByResponse | FaultBySocket

export interface FaultByResponse {
  /** Its row in the test matrix, U1 to U23. */
  matrix: string
  respond: (context: FaultContext) => Response | Promise<Response>
}

/** Breaks HTTP itself, so it needs a real connection; `app.request()` cannot show it. */
export interface FaultBySocket {
  matrix: string
  write: (response: ServerResponse, context: FaultContext) => void | Promise<void>
}

export function isBySocket(fault: Fault): fault is FaultBySocket {
  return 'write' in fault
}
