import { LRUCache } from 'lru-cache'
import type { Plan } from '../routes/route.ts'

const minuteMs = 60_000
const mostPlans = 1000

/** `address` with what it asks. */
export type PlanCache = (address: string, ask: (now: number) => Plan) => Plan

/** The same address asks the same all through a minute: to parse it costs more than to send an answer that is kept. */
export function createPlanCache(now: () => number): PlanCache {
  const plans = new LRUCache<string, { minute: number; plan: Plan }>({ max: mostPlans })
  return (address, ask) => {
    const at = now()
    const minute = Math.floor(at / minuteMs)
    const kept = plans.get(address)
    if (kept?.minute === minute) return kept.plan
    const plan = ask(at)
    plans.set(address, { minute, plan })
    return plan
  }
}
