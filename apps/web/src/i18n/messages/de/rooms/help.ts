import type { help as english } from '../../en/rooms/help.ts'

export const help: typeof english = {
  what: 'Podium ist die Live-Rangliste eines LiteLLM-Gateways: wer führt, womit, und was dein Team nach vorn bringt.',
  connect: 'Dein eigenes Gateway sehen',
  connectHow:
    'Starte Podium mit der Adresse deines LiteLLM-Gateways und einem Schlüssel, der Teams auflisten darf:',
  copyLine: 'Zeile kopieren',
  measures: 'Was die Kriterien bedeuten',
  score: 'Wie die Punkte entstehen',
  scoreParts: {
    efficiency:
      'dein Platz unter den Teams nach Antworttoken pro Dollar. Er kann sich bewegen, wenn andere es tun.',
    reliability: 'die Erfolgsquote, die du belegt hast. Wenige Anfragen belegen wenig.',
    volume: (par) =>
      par === null
        ? 'Antworttoken bis zum Soll, dem mittleren Team. Mehr bringt nichts.'
        : `Antworttoken bis zum Soll: jetzt ${par}, das mittlere Team. Mehr bringt nichts.`,
    cache: 'der Anteil der Prompts aus dem Cache. 60 % sind voll.',
    breadth: 'wie gleichmäßig du mehrere Modelle nutzt. Vier gleich genutzte sind voll.',
  },
  scoreFrom: (requests, output) =>
    `Punkte gibt es ab ${requests} Anfragen und ${output} Antworttoken.`,
  docs: 'Dieselben Zahlen als JSON: API-Referenz',
  settings: 'Einstellungen',
}
