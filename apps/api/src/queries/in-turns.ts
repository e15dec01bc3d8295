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
