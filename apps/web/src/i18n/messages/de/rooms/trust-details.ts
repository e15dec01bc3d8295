import type { trustDetails as english } from '../../en/rooms/trust-details.ts'
import { pluralsOf } from '../../../plural.ts'

const plural = pluralsOf('de')

const notes: (typeof english)['notes'] = {
  day_untold: (count) =>
    `Nach diesem Tag gefragt, scheiterte das Gateway alle ${count} Male; er fehlt hier. Podium fragt weiter.`,
  pages_drifted: (count) =>
    `Das Gateway änderte beim Lesen seine Antwort, ${count}-mal. Podium las noch einmal. Nichts zu tun.`,
  keys_truncated: (count) =>
    `${count} Schlüssel haben hier keinen Namen: das Gateway lässt sie in seinen Listen aus. Ihre Token zählen.`,
  no_failures_recorded: (count) =>
    `Kein einziger Fehler in ${count} Anfragen: das Gateway zeichnet sie wohl nicht auf. Ohne disable_error_logs zeigt es echte Erfolgsquoten.`,
  models_incomplete: (count, requests) =>
    plural(requests, {
      one: 'Eine Anfrage nennt kein Modell. Sie zählt für ihr Team.',
      other: `${count} Anfragen nennen kein Modell. Sie zählen für ihre Teams.`,
    }),
  tokens_on_failures: (count, requests) =>
    plural(requests, {
      one: 'Eine gescheiterte Anfrage trägt geschätzte Token; sie sind mitgezählt.',
      other: `Bis zu ${count} gescheiterte Anfragen tragen geschätzte Token; sie sind mitgezählt.`,
    }),
  names_share_model: (count) =>
    `${count} Namen führen zum selben Modell; die Nutzung kann verteilt sein.`,
  models_unpriced: (count, models) =>
    plural(models, {
      one: 'Ein Modell hat keinen Preis, seine Kosten sind nicht bekannt. Im Gateway input_cost_per_token dafür setzen.',
      other: `${count} Modelle haben keinen Preis, ihre Kosten sind nicht bekannt. Im Gateway input_cost_per_token dafür setzen.`,
    }),
  prices_masked: (count) =>
    `Das Gateway verbirgt die Preise von ${count} Modellen. Ihre Ersparnis durch den Cache ist nicht bekannt.`,
  fall_corrected: (count) =>
    `Das Gateway berichtigte eigene Zählungen, ${count}-mal. Podium folgte. Nichts zu tun.`,
}

export const trustDetails: typeof english = {
  heading: 'Wie genau diese Zahlen sind',
  details: 'Einzelheiten',
  gateway: {
    pending: 'Gateway noch nicht gelesen',
    ok: 'Gateway antwortet',
    down: 'Gateway antwortet nicht',
    auth_error: 'Gateway lehnt den Schlüssel ab',
    misconfigured: 'Gateway ist falsch eingerichtet',
  },
  every: (seconds) => `Abfrage alle ${seconds} s`,
  reconciled: 'Stimmt mit dem Gateway überein',
  drift: (percent) => `${percent} Abweichung von der Summe des Gateways`,
  drifts: {
    rows_lost: (team, usd, since) =>
      `${team}: ${usd}, die das Gateway seit ${since} berechnet hat, fehlen in seiner Tageszählung und damit hier. LiteLLM vor 1.99 verliert Zählungen, wenn viele Anfragen auf einmal kommen; ein Update behebt das.`,
    counter_behind: (team, usd, since) =>
      `${team}: Das Gateway hat seit ${since} ${usd} mehr gezählt, als es dem Team berechnet hat. Wahrscheinlich wurde dessen Verbrauch von Hand gesetzt.`,
    more: (count) =>
      plural(count, {
        one: 'Ein weiteres Team weicht ab.',
        other: `${count} weitere Teams weichen ab.`,
      }),
    waiting: (count) =>
      plural(count, {
        one: 'Ein Team wurde noch nicht mit dem verglichen, was das Gateway berechnet hat.',
        other: `${count} Teams wurden noch nicht mit dem verglichen, was das Gateway berechnet hat.`,
      }),
  },
  coverage: (percent) => `${percent} von heute mit bekannter Uhrzeit`,
  leftOut: (amount) => `${amount} Token von heute ohne Team, also nicht gewertet`,
  corrections: (count) =>
    plural(count, {
      one: 'eine Korrektur des Gateways',
      other: `${count} Korrekturen des Gateways`,
    }),
  noteCount: (count) => plural(count, { one: 'ein Hinweis', other: `${count} Hinweise` }),
  zones: (zone) => `Tage in UTC, Zeiten in ${zone}`,
  notes,
  table: {
    caption: 'Token der letzten Tage, im Gateway und hier',
    day: 'Tag (UTC)',
    gateway: 'Gateway',
    booked: 'Hier',
    placed: 'Mit Uhrzeit',
    notPlaced: 'Ohne Uhrzeit',
  },
}
