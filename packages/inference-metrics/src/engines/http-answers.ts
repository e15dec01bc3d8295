import type { Labels } from '../exposition/exposition.ts'
import { total, type Counter } from './counter.ts'
import type { Family } from './family.ts'

/** A family that counts answers, and what its labels of the route and the status are called. */
type Answers = { family: Family; path: string; status: string }

/** Answers with 4xx or 5xx to requests for tokens. Asking which models there are is none of them. */
export function answersWith(digit: '4' | '5', { family, path, status }: Answers): Counter {
  return total({
    family,
    where: (labels) => isForTokens(labels, path) && labels.get(status)?.startsWith(digit) === true,
  })
}

function isForTokens(labels: Labels, path: string): boolean {
  const route = labels.get(path) ?? ''
  return route.startsWith('/v1/') && route !== '/v1/models'
}
