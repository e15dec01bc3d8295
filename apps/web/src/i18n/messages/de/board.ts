import type { Words } from '../../words.ts'
import { plural } from './plural.ts'

export const board: Words['board'] = {
  ordinal: (rank) => `${rank}.`,
  measure: 'Maß',
  measures: {
    tokens: 'Token',
    spend: 'Kosten',
    requests: 'Anfragen',
    success: 'Erfolg',
    efficiency: 'Effizienz',
    momentum: 'Schwung',
    score: 'Punkte',
  },
  values: {
    tokens: 'Token',
    spend: 'Kosten',
    requests: 'Anfragen',
    success: 'Mindestens',
    efficiency: 'Ausgabe je $',
    momentum: 'Je Minute',
    score: 'Punkte',
  },
  definitions: {
    tokens: 'Prompt- und Antworttoken zusammen; was aus dem Cache kam, gehört zum Prompt.',
    spend: 'US-Dollar, wie das Gateway sie verbucht.',
    requests: 'Alle Anfragen, beantwortete und gescheiterte.',
    success:
      'Gereiht nach der unteren Wilson-Grenze (95 %) der Erfolge unter den Anfragen: 5 von 5 zählen als 56,6 %, 190 von 200 als 91,0 %.',
    efficiency:
      'Antworttoken je Dollar, nur von Modellen mit Preis. Teams ohne solche Modelle sind nicht gewertet.',
    momentum: 'Antworttoken je Minute, exponentiell gewichtet mit 5 Minuten Halbwertszeit.',
    score:
      'Effizienz ist ein Platz unter den Teams und kann sich bewegen, wenn andere es tun; die übrigen vier sind absolut. Über das Par hinaus bringen mehr Token nichts.',
  },
  /** From when on a team has a rank. */
  warmingWhy: {
    tokens: '',
    spend: 'Gewertet ab dem ersten Dollar: was diese Teams nutzten, hat keinen Preis.',
    requests: '',
    success: 'Gewertet ab der ersten Anfrage.',
    efficiency:
      'Gewertet ab dem ersten Dollar: was nichts kostet oder keinen Preis hat, ist nicht vergleichbar.',
    momentum: 'Gewertet, sobald Minuten bekannt sind.',
  },
  scoreFrom: (requests, output) => `Gewertet ab ${requests} Anfragen und ${output} Antworttoken.`,
  ties: 'Gleichstand: höhere Zuverlässigkeit zuerst, dann geringere Kosten, dann die Kennung des Teams. Kein Rang ist doppelt.',
  movement: 'Gewonnene oder verlorene Plätze seit 15 Minuten, nach demselben Maß und Filter.',
  successRate: 'Erfolge unter allen Anfragen, in Prozent.',
  notRecorded:
    'Nicht erfasst: kein einziger Fehler in 1.000 Anfragen oder mehr, also ist das Fehlerprotokoll des Gateways wohl aus.',
  parts: {
    efficiency: 'Effizienz',
    reliability: 'Zuverlässigkeit',
    volume: 'Menge bis Par',
    cache: 'Cache',
    breadth: 'Breite',
  },
  outOf100: 'Punkte von 100',
  rankingBy: (measure) => `Rangliste nach ${measure}`,
  leads: (team) => `${team} führt`,
  nowLeads: (team, measure) => `${team} führt jetzt nach ${measure}`,
  columns: {
    rank: 'Rang',
    movement: '15 min',
    team: 'Team',
    bar: 'Anteil am Ersten',
    parts: 'Wie die Punkte entstehen',
    spend: 'Kosten',
    success: 'Erfolg',
    requests: 'Anfragen',
    tokens: 'Token',
    more: 'Schlüssel und Modelle',
  },
  trend: (span) => `Token, ${span}`,
  days: 'Tage',
  levelWith: (rank) => `gleichauf mit dem ${rank}.`,
  leadsBy: (amount) => `führt mit ${amount}`,
  gapTo: (amount, rank) => `${amount} zum ${rank}.`,
  expand: (team) => `Schlüssel und Modelle von ${team}`,
  gone: 'weg',
  search: 'Teams suchen',
  searchHint: 'Teams, mit Kommas',
  you: 'Du',
  warmingUp: 'Wärmt sich auf',
  ofLeast: {
    requests: (have, least) => `${have} von ${least} Anfragen`,
    output: (have, least) => `${have} von ${least} Antworttoken`,
  },
  notYet: 'Noch nicht in der Wertung',
  showAll: (count) => `Alle ${count} zeigen`,
  unassigned: 'Nicht zugeordnet',
  unassignedWhy: 'Anfragen ohne Team. Nicht gewertet, nicht in den Summen.',
  teams: (count, shown) => plural(count, { one: 'ein Team', other: `${shown} Teams` }),
  tokensOf: (amount) => `${amount} Token`,
  cannotShow: 'Die Wertung konnte nicht geladen werden',
  refused: 'Der Server kennt nicht, wonach diese Adresse fragt',
  shows: (percent) => `Diese Wertung zeigt ${percent} % des Zeitraums`,
  uncertain: (amount) =>
    `${amount} Token kamen an, während Podium nicht zusah. Niemand weiß, ob sie in diesen Zeitraum gehören; sie fehlen hier.`,
  wholeDays: 'Ganze UTC-Tage zeigen',
  wholeDaysShown: (days) => `Ganze UTC-Tage: ${days}`,
  wholeDaysWhy:
    'Mehr als ein Zehntel des gewählten Zeitraums kam an, während Podium nicht zusah. Von ganzen UTC-Tagen ist alles bekannt.',
  wholeDaysChosen: 'Von ganzen UTC-Tagen ist alles bekannt.',
  certain: 'Zeigen, was vom Zeitraum sicher ist',
  unreadDays: (days) =>
    plural(days, {
      one: 'Ein Tag dieses Zeitraums ist noch nicht gelesen',
      other: `${days} Tage dieses Zeitraums sind noch nicht gelesen`,
    }),
  unreadRises: (days) => `${days}. Sie werden gelesen; die Summen steigen bis dahin.`,
  beforeHistory: (days) =>
    plural(days, {
      one: 'Ein Tag dieses Zeitraums liegt vor der Aufzeichnung',
      other: `${days} Tage dieses Zeitraums liegen vor der Aufzeichnung`,
    }),
  historyBegins: (day) => `Die Aufzeichnung beginnt am ${day}. Frühere Tage werden nicht gelesen.`,
  demoBegins: (day) => `Die Demo beginnt am ${day}; mehr Vergangenheit hat sie nicht.`,
  leftOut: {
    unassigned: (amount) => `${amount} Token ohne Team`,
    dashboard: (amount) => `${amount} Token der Gateway-Oberfläche`,
  },
  notRanked: (parts) => `Nicht gewertet: ${parts}`,
  download: 'CSV',
  downloadWhy: 'Das Gezeigte als CSV herunterladen',
  refresh: 'Aktualisieren',
}
