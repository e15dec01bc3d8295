import { de } from '../../src/i18n/de.ts'
import { dialogs as dialogsDe } from '../../src/i18n/de/dialogs.ts'
import { rest as restDe } from '../../src/i18n/de/rest.ts'
import { team as teamDe } from '../../src/i18n/de/team.ts'
import { trustDetails as trustDetailsDe } from '../../src/i18n/de/trust-details.ts'
import { en } from '../../src/i18n/en.ts'
import { dialogs } from '../../src/i18n/en/dialogs.ts'
import { rest } from '../../src/i18n/en/rest.ts'
import { team } from '../../src/i18n/en/team.ts'
import { trustDetails } from '../../src/i18n/en/trust-details.ts'

/** All that the page can say, those parts too that it loads later. */
export const wordsIn = {
  en: { ...en, dialogs, rest, team, trustDetails },
  de: { ...de, dialogs: dialogsDe, rest: restDe, team: teamDe, trustDetails: trustDetailsDe },
}
export type AllWords = typeof wordsIn.en
