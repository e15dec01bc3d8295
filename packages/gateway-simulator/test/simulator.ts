import { createGatewaySimulator } from '../src/index.ts'
import type { GatewaySimulator, GatewaySimulatorOptions } from '../src/index.ts'

const startsAt = Date.parse('2026-11-20T10:00:00Z')

/** A small workshop with a clock in the test's hand. */
export function startSimulator(
  options: Partial<Omit<GatewaySimulatorOptions, 'now'>> & Pick<GatewaySimulatorOptions, 'profile'>,
) {
  let nowMs = options.startsAt ?? startsAt
  const now = () => nowMs
  const simulator = createGatewaySimulator({ seed: 7, teams: 4, startsAt, now, ...options })
  const clock = {
    now,
    seconds: (count: number) => void (nowMs += count * 1000),
    hours: (count: number) => void (nowMs += count * 3_600_000),
  }
  return { simulator, clock }
}

export interface Reply {
  status: number
  json: unknown
}

/** Asks without a socket, as the master key unless told otherwise. */
export async function ask(
  simulator: GatewaySimulator,
  path: string,
  options: { key?: string; body?: unknown } = {},
): Promise<Reply> {
  const { key = simulator.keys.master, body } = options
  const response = await simulator.app.request(path, {
    headers: key === '' ? {} : { authorization: `Bearer ${key}` },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  const json: unknown = await response.json()
  return { status: response.status, json }
}
