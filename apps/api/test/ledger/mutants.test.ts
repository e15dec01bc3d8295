import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allKeys, calmHistory, wildHistory } from '../support/ledger/history.ts'
import { judgePlaces } from '../support/ledger/judge-places.ts'
import { createMemoryLedger } from '../support/ledger/memory-ledger.ts'
import { mutants, mutate } from '../support/ledger/mutants.ts'
import { playHistory } from '../support/ledger/play-history.ts'
import { runs } from '../support/runs.ts'

test.each(Object.entries(mutants))('a ledger that %s is found out', async (_, mutant) => {
  const history = fc.oneof(
    calmHistory(allKeys).map((calm) => ({ history: calm, isCalm: true })),
    wildHistory.map((wild) => ({ history: wild, isCalm: false })),
  )
  const property = fc.asyncProperty(history, async (drawn) => {
    const store = mutate(createMemoryLedger(), mutant)
    const played = await playHistory(drawn.history, store)
    if (drawn.isCalm) await judgePlaces(store, played, 'cell')
  })
  const { failed, errorInstance } = await fc.check(property, {
    ...runs(500, 500),
    endOnFailure: true,
  })
  expect(failed, 'found out').toBe(true)
  // By what it did to the figures, not by a mistake of the test.
  expect(String(errorInstance)).toMatch(/not placed|should be|by mistake|no such bucket/)
})
