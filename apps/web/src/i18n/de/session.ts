import type { Words } from '../en.ts'

export const session: Words['session'] = {
  adminIn: 'Du bist als Admin angemeldet.',
  linkUsed: 'Dieser Einmal-Link wurde schon benutzt oder ist abgelaufen.',
}
