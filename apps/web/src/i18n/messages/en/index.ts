import { board } from './board.ts'
import { filters } from './filters.ts'
import { keys } from './keys.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { trust } from './trust.ts'
import { ui } from './ui.ts'
import { units } from './units.ts'

export const words = { board, filters, keys, session, shell, trust, ui, units }
