const charactersAtOnce = 16_384

/** Pieces of text as a stream: made only as fast as the client reads, and not to the end where it stops. */
export function streamText(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  return ReadableStream.from(inBatches(pieces)).pipeThrough(new TextEncoderStream())
}

function* inBatches(pieces: Iterable<string>): Generator<string> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < charactersAtOnce) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}
