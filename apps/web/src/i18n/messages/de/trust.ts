import type { Words } from '../../words.ts'
const causes: Words['trust']['causes'] = {
  aborted: 'Podium hat die Abfrage abgebrochen.',
  address_refused: 'Unter dieser Adresse darf Podium nicht fragen.',
  auth: 'LITELLM_API_KEY ist vielleicht falsch oder gelöscht.',
  budget: 'Das Budget von LITELLM_API_KEY ist aufgebraucht.',
  config: 'Podium ist nicht richtig eingerichtet.',
  conflict: 'Es lehnt ab, was Podium fragt.',
  conn_refused: 'Unter seiner Adresse antwortet nichts.',
  corrupt: 'Seine Antwort kam beschädigt an.',
  dns: 'Sein Hostname ist nicht zu finden.',
  expired_key: 'LITELLM_API_KEY braucht einen neuen Schlüssel.',
  fault: 'Podium hat einen Fehler gemacht; sein Protokoll nennt ihn.',
  forbidden: 'LITELLM_API_KEY darf keine Teams auflisten oder nicht lesen, was sie verbrauchen.',
  input: 'Podium hat einen Fehler gemacht; sein Protokoll nennt ihn.',
  metrics_off: 'Seine Metriken sind ausgeschaltet.',
  network: 'Die Verbindung ist abgerissen.',
  no_database: 'Es antwortet wieder, sobald seine Datenbank es tut.',
  not_found: 'Unter der Adresse ist kein LiteLLM-Gateway.',
  not_json: 'Die Adresse antwortet mit einer Seite statt mit Daten.',
  not_metrics: 'Es antwortet, aber nicht mit Metriken einer Engine oder GPU.',
  partial_view:
    'LITELLM_API_KEY muss der Schlüssel eines proxy_admin_viewer sein oder der Hauptschlüssel.',
  protocol: 'Was unter der Adresse antwortet, spricht kein HTTP.',
  proxy: 'Der Proxy lässt die Verbindung nicht durch.',
  rate_limited: 'Es wird zu oft gefragt.',
  redirect_refused: 'Es leitet zu einer anderen Adresse um: nimm diese.',
  rejected: 'Es lehnt ab, was Podium fragt.',
  schema: 'Podium versteht seine Antwort nicht.',
  store: 'Podium kann nicht speichern, was es liest.',
  timeout: 'Es antwortet nicht rechtzeitig.',
  tls: 'Seinem Zertifikat wird nicht vertraut.',
  too_large: 'Seine Antwort ist zu groß.',
  truncated: 'Seine Antwort brach ab.',
  unstable_paging: 'Seine Daten ändern sich schneller, als sie zu lesen sind.',
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

export const trust: Words['trust'] = {
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
  days: (read, all) => `${read} von ${all} Tagen gelesen`,
  daysWhy: 'Der Rest wird noch vom Gateway geladen. Bis dahin steigen die Summen.',
}
