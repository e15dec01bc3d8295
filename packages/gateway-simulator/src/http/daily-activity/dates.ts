import { detailError } from '../../gateway/answers.ts'

const pattern = /^\d{4}-\d{2}-\d{2}$/

function isDate(text: string): boolean {
  return pattern.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
}

export interface DateRules {
  reversedIsRefused: boolean
  mostDays?: number
}

/** The error answer of newer releases to an invalid range; null for a valid one. */
export function findDateProblem(from: string, to: string, rules: DateRules): Response | null {
  if (!isDate(from) || !isDate(to)) {
    return detailError(400, { error: 'start_date and end_date must be valid YYYY-MM-DD dates' })
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (days < 0 && rules.reversedIsRefused) {
    return detailError(400, { error: 'end_date must be on or after start_date' })
  }
  if (rules.mostDays !== undefined && days >= rules.mostDays) {
    return detailError(400, { error: `Date range must be at most ${rules.mostDays} days` })
  }
  return null
}
