import type { TeamWords } from './use-team-words.ts'
import type { Format } from '../../lib/format.ts'

type Runway = { value: string; unit: string; tone: 'ok' | 'warn' | 'bad' }

/** How long the budget lasts at the present pace; amber below half an hour, red below ten minutes. */
export function runwayParts(
  minutes: number | null,
  words: TeamWords,
  format: Format,
): Runway | null {
  if (minutes === null) return null
  const tone = minutes < 10 ? 'bad' : minutes < 30 ? 'warn' : 'ok'
  const whole = Math.floor(minutes)
  if (whole < 60) return { value: format.count(whole), unit: words.minutes, tone }
  const hours = Math.floor(whole / 60)
  if (hours < 10) {
    const text = words.runwayHours(format.count(hours), format.count(whole % 60))
    return { value: text, unit: words.minutes, tone }
  }
  if (hours < 72) return { value: format.count(hours), unit: words.hours, tone }
  // The pace of a few minutes says nothing of next week.
  return { value: words.overDays(format.count(3)), unit: words.days, tone }
}
