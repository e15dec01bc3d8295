import type { ServerResponse } from 'node:http'

/**
 * Nothing is queued for a slow reader: what it cannot take is dropped, and once it is ready again it gets the
 * latest state instead.
 */
export function createMailbox(
  response: ServerResponse,
  { latest, isOver }: { latest: () => Buffer; isOver: () => boolean },
) {
  let isBehind = false
  let wasStuck = false
  response.on('drain', () => {
    wasStuck = false
    if (!isBehind) return
    isBehind = false
    response.write(latest())
  })
  return {
    send: (bytes: Buffer) => {
      if (response.writableNeedDrain) isBehind = true
      else response.write(bytes)
    },
    end: (bytes: Buffer) => response.end(bytes),
    /** True where nothing has left since it was asked before: half-open, or never reading. */
    isStuck: () => {
      const isStill = wasStuck
      wasStuck = response.writableNeedDrain
      return isStill
    },
    isOver,
    destroy: () => response.destroy(),
  }
}

export type Mailbox = ReturnType<typeof createMailbox>
