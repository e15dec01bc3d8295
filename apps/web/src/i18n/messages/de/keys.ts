export const keys = {
  find: 'Teams, Kriterien, Zeiträume, Seiten finden',
}
