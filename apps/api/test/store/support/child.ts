import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { StoreError } from '../../../src/store/store-error.ts'
import { storeLocation } from '../../../src/store/store-location.ts'
import { count, increase } from './bookings.ts'
import { openStore } from './test-place.ts'

/**
 * Books a poll after the other, and says so after each one; or says why it could not start. With `--linger` it stays
 * in the middle of each for a while.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    directory: { type: 'string' },
    linger: { type: 'boolean', default: false },
  },
})
const place = storeLocation(values.url ?? null, { directory: values.directory ?? '', poolSize: 2 })
const cells = Array.from({ length: 40 }, (_, index) => ({
  teamId: `team-${index % 8}`,
  model: `model-${index % 5}`,
  key: `key-${index}`,
}))

try {
  await using opened = await openStore(place)
  process.stdout.write('open\n')
  for (let poll = 1; poll < 1440; poll += 1) {
    await opened.store.write(async (tx) => {
      await increase(
        tx,
        poll,
        cells.map((cell) => ({ cell, counters: count(1) })),
      )
      if (!values.linger) return
      process.stdout.write('inside\n')
      await sleep(300)
    })
    process.stdout.write(`${poll}\n`)
  }
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  process.stdout.write(`${error.kind}: ${error.message}\n`)
}
