import type { SourceReason } from '@podium/contracts'

/** Why a target could not be read. It holds nothing of the target: neither its address nor its words. */
export class ScrapeError extends Error {
  override readonly name = 'ScrapeError'
  readonly reason: SourceReason
  /** The flag that would help. */
  readonly option: string | null
  constructor(reason: SourceReason, option: string | null = null) {
    super(reason)
    this.reason = reason
    this.option = option
  }
}
