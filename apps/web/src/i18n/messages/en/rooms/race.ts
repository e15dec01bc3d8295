export const race = {
  heading: 'Race',
  question: 'Who is pulling ahead?',
  at: 'At',
  notYet: 'The race starts as soon as a team is ranked.',
  summary: (measure: string, places: string) => `Race by ${measure}: ${places}`,
  dotted: 'Dotted: what came at an unknown time is added at the end of its UTC day.',
}
