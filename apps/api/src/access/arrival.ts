/** A request, as far as it tells who asks and where it arrived. */
export type Arrival = {
  headers: Headers
  /** The host that the client asked for; `null` where it named none. */
  host: string | null
  remoteAddress: string | undefined
  localAddress: string | undefined
  httpVersion: string
}
