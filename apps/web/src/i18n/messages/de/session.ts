import type { Words } from '../../words.ts'

export const session: Words['session'] = {
  adminIn: 'Du bist als Admin angemeldet.',
  linkUsed: 'Dieser Einmal-Link wurde schon benutzt oder ist abgelaufen.',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  heading: 'Diese Wertung ist nicht für alle offen',
  why: 'Füge dein Token ein. Es bleibt als Cookie beim Server, nie in dieser Seite.',
  token: 'Token',
  wrong: 'Dieses Token ist unbekannt. Ist es vollständig kopiert?',
  unreachable: 'Podium antwortet nicht. Prüfe die Verbindung und versuche es noch einmal.',
  otherWay: 'Die Anmeldung geschieht außerhalb dieser Seite: lade sie danach neu.',
}
