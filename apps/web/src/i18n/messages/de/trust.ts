import type { Words } from '../../words.ts'
import { plural } from './plural.ts'

const causes: Words['trust']['causes'] = {
  aborted: 'die Abfrage wurde abgebrochen',
  auth: 'es lehnt den Schlüssel ab',
  budget: 'das Budget des Schlüssels ist erschöpft',
  config: 'Podium ist nicht richtig eingerichtet',
  conflict: 'es lehnt die Frage ab',
  conn_refused: 'unter seiner Adresse hört niemand zu',
  corrupt: 'seine Antwort ist beschädigt',
  dns: 'sein Name ist nicht bekannt',
  forbidden: 'der Schlüssel darf das nicht lesen',
  input: 'die Frage lässt sich ihm nicht stellen',
  network: 'die Verbindung ist abgerissen',
  not_found: 'unter der Adresse ist kein LiteLLM-Gateway',
  not_json: 'die Adresse antwortet mit einer Seite statt mit Daten',
  partial_view: 'der Schlüssel sieht nur seine eigenen Teams',
  protocol: 'was unter der Adresse antwortet, spricht kein HTTP',
  proxy: 'der Proxy lässt die Verbindung nicht durch',
  rate_limited: 'es bittet um eine Pause',
  redirect_refused: 'es leitet anderswohin um',
  rejected: 'es lehnt die Frage ab',
  schema: 'seine Antwort ergibt keinen Sinn',
  store: 'Podium kann seine Antwort nicht speichern',
  timeout: 'es antwortet nicht rechtzeitig',
  tls: 'seinem Zertifikat wird nicht vertraut',
  too_large: 'seine Antwort ist zu groß',
  truncated: 'seine Antwort brach ab',
  unstable_paging: 'seine Seiten ändern sich beim Lesen',
  upstream: 'es meldet einen eigenen Fehler',
}

const notes: Words['trust']['notes'] = {
  pages_drifted: (count) =>
    `Abfragen eines Tages, die nicht übereinstimmten und wiederholt wurden: ${count}. Nichts zu tun.`,
  keys_truncated: (count) =>
    `Schlüssel, die das Gateway in seinen Listen auslässt: ${count}. Ihre Token zählen, ihre Namen fehlen. Im Gateway die Grenze für Schlüssel anheben.`,
  no_failures_recorded: (count) =>
    `Kein einziger Fehler in ${count} Anfragen: das Fehlerprotokoll des Gateways ist wohl aus. Ohne disable_error_logs zeigt es echte Erfolgsraten.`,
  tokens_on_failures: (count) =>
    `Gescheiterte Anfragen mit geschätzten Token, die mitgezählt sind: ${count}.`,
  names_share_model: (count) =>
    `Öffentliche Namen, die zu einem Modell führen: ${count}. Das Gateway bucht auf jeden davon, lies sie zusammen.`,
  models_unpriced: (count) =>
    `Modelle ohne Preis: ${count}. Ihre Kosten sind 0. Im Gateway input_cost_per_token setzen.`,
  prices_masked: (count) =>
    `Modelle, deren Preise das Gateway verbirgt: ${count}. Für sie fehlt die Ersparnis durch den Cache.`,
  fall_corrected: (count) =>
    `Zählungen, die das Gateway zurücknahm: ${count}. Podium folgte. Nichts zu tun.`,
  other: (count, kind) => `${kind}: ${count}`,
}

export const trust: Words['trust'] = {
  heading: 'Wie weit diese Zahlen tragen',
  details: 'Einzelheiten',
  causes,
  cannotRead: 'Das Gateway ist nicht lesbar',
  unknownCause: 'der Grund ist unbekannt',
  cannotReadWhy: (cause) => `Wahrscheinlich: ${cause}.`,
  lastGood: (clock) => `Du siehst den Stand von ${clock}.`,
  nextTry: (age) => `Nächster Versuch in ${age}.`,
  tryingNow: 'Der nächste Versuch läuft.',
  mend: 'Das muss beheben, wer Podium betreibt.',
  gateway: {
    pending: 'Gateway noch nicht gelesen',
    ok: 'Gateway antwortet',
    down: 'Gateway antwortet nicht',
    auth_error: 'Gateway lehnt den Schlüssel ab',
    misconfigured: 'Gateway ist falsch eingerichtet',
  },
  every: (seconds) => `alle ${seconds} s gefragt`,
  reconciled: 'Mit dem Gateway abgeglichen',
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
  coverage: (percent) => `${percent} von heute auf die Minute zugeordnet`,
  days: (read, all) => `${read} von ${all} Tagen gelesen`,
  daysWhy: 'Der Rest wird noch vom Gateway geladen. Bis dahin steigen die Summen.',
  corrections: (count) =>
    plural(count, {
      one: 'eine Korrektur des Gateways',
      other: `${count} Korrekturen des Gateways`,
    }),
  noteCount: (count) => plural(count, { one: 'ein Hinweis', other: `${count} Hinweise` }),
  zones: (zone) => `Tage in UTC, Zeiten in ${zone}`,
  notes,
  table: {
    caption: 'Die letzten Tage, wie das Gateway sie zählt und wie Podium sie zuordnet',
    day: 'Tag (UTC)',
    gateway: 'Gateway',
    booked: 'Gebucht',
    placed: 'Zugeordnet',
    notPlaced: 'Ohne Minute',
  },
}
