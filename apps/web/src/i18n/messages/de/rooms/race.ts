import type { race as english } from '../../en/rooms/race.ts'

export const race: typeof english = {
  heading: 'Rennen',
  question: 'Wer setzt sich ab?',
  at: 'Um',
  notYet: 'Das Rennen beginnt, sobald ein Team gewertet ist.',
  summary: (measure, places) => `Rennen, ${measure}: ${places}`,
  dotted: 'Gepunktet: Was zu unbekannter Zeit kam, kommt am Ende seines UTC-Tages dazu.',
}
