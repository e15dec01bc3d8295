import type { wall as english } from '../../en/rooms/wall.ts'
import { pluralsOf } from '../../../plural.ts'

const plural = pluralsOf('de')

export const wall: typeof english = {
  sizes: { room: 'Raum', hall: 'Saal', tv: 'TV' },
  gapToNext: 'Abstand nach vorn',
  modelsByTokens: 'Modelle nach Token',
  shareOfAll: 'Anteil an allen Token',
  raceBy: (measure) => `Rennen: ${measure}`,
  engines: 'Eigene Engines, Token je Sekunde',
  states: {
    pending: 'noch nicht gelesen',
    down: 'ausgefallen',
    saturated: 'voll',
    queueing: 'mit Warteschlange',
    slow: 'langsam',
    idle: 'im Leerlauf',
    fine: 'in Ordnung',
  },
  load: (running, waiting) => `${running} laufen, ${waiting} warten`,
  pageOf: (from, to, all) => `${from}–${to} von ${all}`,
  paused: 'Angehalten',
  keys: (size) => `Leertaste hält an · ← → Szenen · S Größe (${size}) · Esc zur Wertung`,
  engineFull: 'hat eine volle Engine',
  ownEngineFull: '(euer Modell) hat eine volle Engine',
  waits: (count, shown) =>
    plural(count, { one: 'eine Anfrage wartet', other: `${shown} Anfragen warten` }),
  passes: (other, place) => `überholt ${other}: jetzt Platz ${place}`,
  up: (places, shown) =>
    plural(places, {
      one: 'in 15 Minuten einen Platz gewonnen',
      other: `in 15 Minuten ${shown} Plätze gewonnen`,
    }),
  gap: { grows: 'der Abstand wächst', shrinks: 'der Abstand schrumpft' },
  nobody: 'Noch ist niemand in der Wertung.',
  loading: 'Die Wertung wird gelesen',
  triesAgain: 'Podium versucht es von selbst wieder.',
}
