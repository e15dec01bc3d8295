import { test } from 'vitest'
import { newMemoryPlace } from '../store/support/file-place.ts'
import { playInStores } from '../support/ledger/play-in-stores.ts'

test(
  'the invariant holds in SQLite, whatever happens',
  () => playInStores(newMemoryPlace, 2000),
  300_000,
)
