import type { Words } from '../../words.ts'

export const session: Words['session'] = {
  adminIn: 'Du bist als Admin angemeldet.',
  linkUsed: 'Dieser Einmal-Link wurde schon benutzt oder ist abgelaufen.',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  heading: 'Diese Wertung braucht ein Token',
  why: 'Füge das Token ein, das du bekommen hast. Es bleibt 12 Stunden als sicheres Cookie gespeichert.',
  token: 'Token',
  wrong: 'Dieses Token stimmt nicht. Ist es vollständig kopiert?',
  unreachable: 'Podium antwortet nicht. Prüfe die Verbindung und versuche es noch einmal.',
  otherWay:
    'Melde dich dort an, wo die Betreuung von Podium es dir gesagt hat, und lade die Seite neu.',
}
