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

/** What a fault needs that only spoils the answer. */
export type GenuineAnswer = { genuine: () => Promise<Response> }

/** One way in which a gateway, or something in front of it, goes wrong. */
export type Fault<Context = FaultContext> = FaultByResponse<Context> | FaultBySocket<Context>

export interface FaultByResponse<Context = FaultContext> {
  /** Its row in the test matrix, U1 to U23. */
  matrix: string
  respond: (context: Context) => Response | Promise<Response>
}

/** Breaks HTTP itself, so it needs a real connection; `app.request()` cannot show it. */
export interface FaultBySocket<Context = FaultContext> {
  matrix: string
  write: (response: ServerResponse, context: Context) => void | Promise<void>
}

export function isBySocket<Context>(fault: Fault<Context>): fault is FaultBySocket<Context> {
  return 'write' in fault
}
