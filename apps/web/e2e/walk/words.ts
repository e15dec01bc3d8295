import { de } from '../../src/i18n/de.ts'
import { rest as restDe } from '../../src/i18n/de/rest.ts'
import { team as teamDe } from '../../src/i18n/de/team.ts'
import { en } from '../../src/i18n/en.ts'
import { rest } from '../../src/i18n/en/rest.ts'
import { team } from '../../src/i18n/en/team.ts'

/** All that the page can say, those parts too that it loads later. */
export const wordsIn = {
  en: { ...en, rest, team },
  de: { ...de, rest: restDe, team: teamDe },
}
export type AllWords = typeof wordsIn.en
