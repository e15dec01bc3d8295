const bytesAtOnce = 16_384

/** Pieces of text as a stream: made only as fast as somebody reads, and not to the end where nobody does. */
export function streamText(pieces: Generator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      pull: (controller) => {
        let text = ''
        while (text.length < bytesAtOnce) {
          const next = pieces.next()
          if (next.done === true) {
            if (text !== '') controller.enqueue(encoder.encode(text))
            controller.close()
            return
          }
          text += next.value
        }
        controller.enqueue(encoder.encode(text))
      },
      cancel: () => {
        pieces.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
