import { setImmediate as othersFirst } from 'node:timers/promises'

/** Makes one after the other, so that other requests are answered in between. */
export async function inTurns<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Made,
): Promise<Made[]> {
  const made: Made[] = []
  for (const item of items) {
    made.push(make(item))
    await othersFirst()
  }
  return made
}

const handful = 5000

/** Goes over thousands of items, some at a time, likewise. */
export async function inHandfuls<Item>(
  items: readonly Item[],
  take: (item: Item) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += handful) {
    for (const item of items.slice(from, from + handful)) take(item)
    await othersFirst()
  }
}
