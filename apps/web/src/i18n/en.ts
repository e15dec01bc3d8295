import { board } from './en/board.ts'
import { chrome } from './en/chrome.ts'
import { filters } from './en/filters.ts'
import { kit } from './en/kit.ts'
import { session } from './en/session.ts'
import { trust } from './en/trust.ts'

export const en = { board, chrome, filters, kit, session, trust }

/** What every language has to say; German fails to compile where it is silent. */
export type Words = typeof en
