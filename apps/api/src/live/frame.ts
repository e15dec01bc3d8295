/** One server-sent event as the bytes that every client gets. */
export function frame(event: { id?: string; name: string; data: unknown }): Buffer {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`
  return Buffer.from(`${id}event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`)
}

/** A comment: keeps proxies and half-open sockets honest. */
export const heartbeat = Buffer.from(': still here\n\n')

/** Tells the client how long to wait before it comes back. */
export function retryFrame(retryMs: number): Buffer {
  return Buffer.from(`retry: ${Math.round(retryMs)}\n\n`)
}
