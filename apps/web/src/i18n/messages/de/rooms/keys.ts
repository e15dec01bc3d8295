import type { keys as english } from '../../en/rooms/keys.ts'

export const keys: typeof english = {
  measure: 'Kriterium wählen',
  range: 'Kürzerer oder längerer Zeitraum',
  mine: 'Mein Team öffnen',
  noneMine: 'Öffne zuerst ein Team und wähle „Das ist mein Team“.',
}
