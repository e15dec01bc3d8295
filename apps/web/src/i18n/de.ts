import { board } from './de/board.ts'
import { chrome } from './de/chrome.ts'
import { filters } from './de/filters.ts'
import { kit } from './de/kit.ts'
import { session } from './de/session.ts'
import { trust } from './de/trust.ts'
import type { Words } from './en.ts'

export const de: Words = { board, chrome, filters, kit, session, trust }
