import type { ServerResponse } from 'node:http'

type Options = {
  /** Where things stand. */
  latest: () => Buffer
  /** Whether who reads may no longer. */
  isOver: () => boolean
}

/**
 * Nothing is queued for a slow reader: what it cannot take is dropped, and once it is ready again it gets the
 * latest state instead. A class, because thousands of them share their functions.
 */
export class Mailbox {
  readonly #response: ServerResponse
  readonly isOver: () => boolean
  #isBehind = false
  #wasStuck = false

  constructor(response: ServerResponse, { latest, isOver }: Options) {
    this.#response = response
    this.isOver = isOver
    response.on('drain', () => {
      this.#wasStuck = false
      if (!this.#isBehind) return
      this.#isBehind = false
      response.write(latest())
    })
  }

  send(bytes: Buffer): void {
    if (this.#response.writableNeedDrain) this.#isBehind = true
    else this.#response.write(bytes)
  }

  end(bytes: Buffer): void {
    this.#response.end(bytes)
  }

  /** True where nothing has left since it was asked before: half-open, or never reading. */
  isStuck(): boolean {
    const isStill = this.#wasStuck
    this.#wasStuck = this.#response.writableNeedDrain
    return isStill
  }

  destroy(): void {
    this.#response.destroy()
  }
}
