/** One request, without its query and without who asked. */
export type RequestLine = {
  /** `null` where nothing more is to be told of it: the answer was ready, or what was asked was no request. */
  requestId: string | null
  method: string
  /** As in the route table. */
  route: string
  status: number
  ms: number
  bytes: number | null
}

/** Where a request failed. */
export type FaultPlace = { requestId: string; route: string }

/** What the process tells those who run it. */
export type Terminal = {
  say: (line: string) => void
  warn: (line: string) => void
  fault: (error: unknown, place: FaultPlace | null) => void
  request: (line: RequestLine) => void
  /** `null` where answers that were ready are not told of. */
  ready: ((line: RequestLine) => void) | null
}
