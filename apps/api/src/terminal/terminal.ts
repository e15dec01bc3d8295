/** One request, without its query and without who asked. */
export type RequestLine = {
  requestId: string
  method: string
  /** As in the route table. */
  route: string
  status: number
  ms: number
  bytes: number | null
}

/** The request that failed. */
export type FailedRequest = { requestId: string; route: string }

/** What the process tells those who run it. */
export type Terminal = {
  say: (line: string) => void
  warn: (line: string) => void
  /** `null` is a fault outside of any request. */
  fault: (error: unknown, request: FailedRequest | null) => void
  request: (line: RequestLine) => void
}
