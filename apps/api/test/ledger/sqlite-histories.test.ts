import { test } from 'vitest'
import { newFilePlace } from '../store/support/file-place.ts'
import { playInStores } from '../support/ledger/play-in-stores.ts'
import { runs } from '../support/runs.ts'

test('the invariant holds in SQLite, whatever happens', () =>
  playInStores(newFilePlace, runs(50, 2000)))
