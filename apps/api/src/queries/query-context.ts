import type { ShadowPrices } from '../domain/listings.ts'
import type { PublicIds } from '../analytics/public-ids.ts'
import type { Reader } from '../store/read/reader.ts'

/** What every query reads from. */
export type QueryContext = {
  store: Reader
  publicIds: PublicIds
  shadowPrices: ShadowPrices
  about: { pollSeconds: number; historyDays: number }
}
