import type { ServerResponse } from 'node:http'

/** A slow reader gets the latest frame when it is ready again; what it missed is dropped, never queued. */
export function createMailbox(response: ServerResponse) {
  let waiting: Buffer | null = null
  response.on('drain', () => {
    const next = waiting
    waiting = null
    if (next !== null) response.write(next)
  })
  return {
    send: (bytes: Buffer) => {
      if (response.writableNeedDrain) waiting = bytes
      else response.write(bytes)
    },
    end: (bytes: Buffer) => response.end(bytes),
    /** Half-open or never reading: nothing it was sent has left. */
    isStuck: () => response.writableNeedDrain,
    destroy: () => response.destroy(),
  }
}

export type Mailbox = ReturnType<typeof createMailbox>
