import { proxyError } from '../../gateway/answers.ts'
import type { Profile } from '../../gateway/profile.ts'
import { pythonFloat } from '../models/mask-number.ts'

/** Releases up to 1.78 accept a negative budget. */
export function refuseNegativeBudget(
  budget: number | null | undefined,
  profile: Profile,
): Response | null {
  if (budget === null || budget === undefined || budget >= 0 || profile.release < 80) return null
  const rule = profile.release < 99 ? 'cannot be negative' : 'must be a non-negative finite number'
  return proxyError(profile, 400, {
    message: `{'error': 'max_budget ${rule}. Received: ${pythonFloat(budget)}'}`,
  })
}
