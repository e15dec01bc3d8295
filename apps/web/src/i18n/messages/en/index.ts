import { board } from './board.ts'
import { emptyBoard } from './empty-board.ts'
import { filters } from './filters.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { team } from './team.ts'
import { trust } from './trust.ts'
import { ui } from './ui.ts'
import { units } from './units.ts'

export const words = { board, emptyBoard, filters, session, shell, team, trust, ui, units }
