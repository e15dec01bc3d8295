import { loadWords, type Language } from '../../src/i18n/language.ts'
import { emptyBoard as emptyBoardDe } from '../../src/i18n/messages/de/rooms/empty-board.ts'
import { team as teamDe } from '../../src/i18n/messages/de/rooms/team.ts'
import { emptyBoard } from '../../src/i18n/messages/en/rooms/empty-board.ts'
import { team } from '../../src/i18n/messages/en/rooms/team.ts'

const rooms = {
  en: { team, emptyBoard },
  de: { team: teamDe, emptyBoard: emptyBoardDe },
}

/** All that the walk looks for, also what the page loads with a part of it. */
export async function wordsOf(language: Language) {
  return { ...(await loadWords(language)), ...rooms[language] }
}

export type WalkWords = Awaited<ReturnType<typeof wordsOf>>
