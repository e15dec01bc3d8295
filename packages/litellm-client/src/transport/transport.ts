export interface OutgoingCall {
  url: URL
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: string | undefined
  signal: AbortSignal
}

/** An answer whose head has arrived; `chunks` are its decoded bytes as they come. */
export interface IncomingAnswer {
  status: number
  header(name: string): string | undefined
  chunks: AsyncIterable<Uint8Array>
  /** Compressed bytes that made the chunks so far; 0 where there are none or nobody can tell. */
  consumedBytes(): number
}

/** How bytes travel. It follows no redirect and repeats nothing. */
export interface Transport {
  send(call: OutgoingCall): Promise<IncomingAnswer>
  close(): Promise<void>
}
