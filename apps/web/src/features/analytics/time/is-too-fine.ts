import type { Window } from '@podium/contracts'
import type { Step } from '../analytics-view.ts'

const minutes: Partial<Record<Step, number>> = { minute: 1, '5min': 5, '15min': 15, hour: 60 }
const mostSteps = 1500

/** Whether a span would have more steps than anybody can see. */
export function isTooFine(step: Step, { from, to }: Pick<Window, 'from' | 'to'>): boolean {
  const size = minutes[step]
  return size !== undefined && (Date.parse(to) - Date.parse(from)) / (size * 60_000) > mostSteps
}
