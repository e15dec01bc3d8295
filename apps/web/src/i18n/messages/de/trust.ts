import type { Words } from '../../words.ts'
import { plural } from './plural.ts'

const causes: Words['trust']['causes'] = {
  aborted: 'Podium hat die Abfrage abgebrochen.',
  auth: 'LITELLM_API_KEY ist vielleicht falsch oder gelöscht.',
  budget: 'Das Budget des Schlüssels ist erschöpft.',
  config: 'Podium ist nicht richtig eingerichtet.',
  conflict: 'Es lehnt die Frage ab.',
  conn_refused: 'Unter seiner Adresse antwortet nichts.',
  corrupt: 'Seine Antwort ist beschädigt.',
  dns: 'Sein Name ist nicht bekannt.',
  expired_key: 'LITELLM_API_KEY braucht einen neuen Schlüssel.',
  fault: 'Podium hat einen Fehler gemacht.',
  forbidden: 'LITELLM_API_KEY darf keine Teams auflisten oder nicht lesen, was sie verbrauchen.',
  input: 'Die Frage lässt sich ihm nicht stellen.',
  network: 'Die Verbindung ist abgerissen.',
  no_database: 'Es antwortet wieder, sobald seine Datenbank es tut.',
  not_found: 'Unter der Adresse ist kein LiteLLM-Gateway.',
  not_json: 'Die Adresse antwortet mit einer Seite statt mit Daten.',
  partial_view:
    'LITELLM_API_KEY muss der Schlüssel eines proxy_admin_viewer sein oder der Hauptschlüssel.',
  protocol: 'Was unter der Adresse antwortet, spricht kein HTTP.',
  proxy: 'Der Proxy lässt die Verbindung nicht durch.',
  rate_limited: 'Es bittet um eine Pause.',
  redirect_refused: 'Es leitet anderswohin um.',
  rejected: 'Es lehnt die Frage ab.',
  schema: 'Seine Antwort ergibt keinen Sinn.',
  store: 'Podium kann seine Antwort nicht speichern.',
  timeout: 'Es antwortet nicht rechtzeitig.',
  tls: 'Seinem Zertifikat wird nicht vertraut.',
  too_large: 'Seine Antwort ist zu groß.',
  truncated: 'Seine Antwort brach ab.',
  unstable_paging: 'Seine Seiten ändern sich beim Lesen.',
  upstream: 'Es meldet einen eigenen Fehler.',
  viewer_refused:
    'LiteLLM 1.74 lehnt den Schlüssel eines proxy_admin_viewer ab, 1.78 nicht: aktualisieren, oder den Schlüssel eines proxy_admin verwenden.',
}

const headings: Words['trust']['headings'] = {
  auth: 'Das Gateway hat den Schlüssel abgelehnt (401)',
  expired_key: 'Der Schlüssel für das Gateway ist abgelaufen',
  forbidden: 'Das Gateway hat den Schlüssel abgelehnt (403)',
  no_database: 'Das Gateway hat seine Datenbank verloren',
  partial_view: 'Der Schlüssel für das Gateway sieht nur seine eigenen Teams',
  viewer_refused: 'Dieses Gateway lässt keinen Viewer lesen',
}

const notes: Words['trust']['notes'] = {
  pages_drifted: (count) =>
    `Abfragen eines Tages, die nicht übereinstimmten und wiederholt wurden: ${count}. Nichts zu tun.`,
  keys_truncated: (count) =>
    `Schlüssel, die das Gateway in seinen Listen auslässt: ${count}. Ihre Token zählen, ihre Namen fehlen. Im Gateway die Grenze für Schlüssel anheben.`,
  no_failures_recorded: (count) =>
    `Kein einziger Fehler in ${count} Anfragen: das Fehlerprotokoll des Gateways ist wohl aus. Ohne disable_error_logs zeigt es echte Erfolgsraten.`,
  models_incomplete: (count, requests) =>
    plural(requests, {
      one: 'Eine Anfrage steht unter keinem Modell: Sie zählt für ihr Team und in den Summen.',
      other: `${count} Anfragen stehen unter keinem Modell: Sie zählen für ihre Teams und in den Summen.`,
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
    `Modelle, deren Preise das Gateway verbirgt: ${count}. Für sie fehlt die Ersparnis durch den Cache.`,
  fall_corrected: (count) =>
    `Zählungen, die das Gateway zurücknahm: ${count}. Podium folgte. Nichts zu tun.`,
}

export const trust: Words['trust'] = {
  heading: 'Wie weit diese Zahlen tragen',
  details: 'Einzelheiten',
  causes,
  headings,
  cannotRead: 'Das Gateway ist nicht lesbar',
  unknownCause: 'Der Grund ist unbekannt.',
  lastGood: (clock) => `Du siehst den Stand von ${clock}.`,
  nextTry: (age) => `Nächster Versuch in ${age}.`,
  tryingNow: 'Der nächste Versuch läuft.',
  mend: {
    key: 'Bitte die Betreuung von Podium, LITELLM_API_KEY zu prüfen.',
    address: 'Bitte die Betreuung von Podium, LITELLM_BASE_URL zu prüfen.',
  },
  store: {
    heading: 'Die Datenbank von Podium macht Schwierigkeiten',
    causes: {
      unreachable: 'sie ist nicht erreichbar',
      busy: 'ein anderes Programm hält sie besetzt',
      full: 'sie hat keinen Platz mehr',
      read_only: 'sie nimmt nichts an',
      corrupt: 'sie ist beschädigt',
      failed: 'sie meldet einen eigenen Fehler',
    },
    unknown: 'der Grund ist unbekannt',
    why: (cause) =>
      `Wahrscheinlich: ${cause}. Du siehst den letzten bekannten Stand. Podium versucht es von selbst wieder.`,
  },
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
