const encoder = new TextEncoder()
const samplesPerChunk = 10_000

/** Ways in which a metrics endpoint goes wrong: U22 of the test matrix, and the restart of U19. */
export interface ExpositionFault {
  matrix: string
  contentType?: string
  bend: (text: string) => string | ReadableStream<Uint8Array<ArrayBuffer>>
}

function bend(matrix: string, change: (text: string) => string): ExpositionFault {
  return { matrix, bend: change }
}

function replaceGauge(literal: string): ExpositionFault {
  return bend('U22', (text) =>
    text.replaceAll(/^(vllm:(?:num_requests|kv_cache)\S+) \S+$/gm, `$1 ${literal}`),
  )
}

/** A million samples, made while they are read. */
function streamSamples(): ReadableStream<Uint8Array<ArrayBuffer>> {
  let made = 0
  return new ReadableStream({
    pull(controller) {
      if (made >= 1_000_000) {
        controller.close()
        return
      }
      const lines = Array.from(
        { length: samplesPerChunk },
        (_, at) => `flood_total{series="${made + at}"} 1\n`,
      )
      made += samplesPerChunk
      controller.enqueue(encoder.encode(lines.join('')))
    },
  })
}

const faults = {
  'million-samples': { matrix: 'U22', bend: streamSamples },
  'gauge-nan': replaceGauge('NaN'),
  'gauge-infinite': replaceGauge('+Inf'),
  'gauge-minus-infinite': replaceGauge('-Inf'),
  'duplicate-series': bend('U22', (text) => text + text.replaceAll(/^#.*\n/gm, '')),
  // OpenMetrics names the family without `_total` and ends with `# EOF`, which is missing here.
  'openmetrics-without-end': {
    ...bend('U22', (text) => text.replaceAll(/^(# \w+ \S+)_total /gm, '$1 ')),
    contentType: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  },
  'long-label': bend('U22', (text) => `${text}noise{label="${'x'.repeat(65_536)}"} 1\n`),
  'no-infinite-bucket': bend('U22', (text) => text.replaceAll(/^.*le="\+Inf".*\n/gm, '')),
  'crlf-lines': bend('U22', (text) => text.replaceAll('\n', '\r\n')),
  'half-a-line': bend('U22', (text) => text.slice(0, -20)),
  'counters-restart': bend('U19', (text) => text.replaceAll(/^(\S+_total\{.*\}) \S+$/gm, '$1 3')),
} satisfies Record<string, ExpositionFault>

export type ExpositionFaultName = keyof typeof faults

export const expositionFaults: Readonly<Record<ExpositionFaultName, ExpositionFault>> = faults
