import { ledger } from './0001-ledger.ts'
import { trust } from './0002-trust.ts'
import { hours } from './0003-hours.ts'
import { unchecked } from './0004-unchecked.ts'
import { later } from './0005-later.ts'
import { gaps } from './0006-gaps.ts'
import { marks } from './0007-marks.ts'
import { engines } from './0008-engines.ts'
import type { Migration } from './migration.ts'

/** Oldest first. A step that has shipped is never changed: a new one follows it. */
export const migrations: readonly Migration[] = [
  ledger,
  trust,
  hours,
  unchecked,
  later,
  gaps,
  marks,
  engines,
]
