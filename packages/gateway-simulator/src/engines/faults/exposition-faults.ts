const encoder = new TextEncoder()
const samplesPerChunk = 10_000

/** Ways in which what a metrics endpoint says goes wrong: U22 of the test matrix, and the restart of U19. */
export interface ExpositionFault {
  matrix: string
  contentType?: string
  bend: (text: string) => string | ReadableStream<Uint8Array<ArrayBuffer>>
}

function bend(matrix: string, change: (text: string) => string): ExpositionFault {
  return { matrix, bend: change }
}

/** The names of all families of a type. */
function familiesOf(text: string, type: string): Set<string> {
  return new Set(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', found]) =>
      found === type ? [name] : [],
    ),
  )
}

function nameOf(line: string): string {
  return /^(?:# \w+ )?([^{ ]*)/.exec(line)?.[1] ?? ''
}

function eachLine(text: string, change: (line: string) => string | null): string {
  return text
    .split('\n')
    .map(change)
    .filter((line) => line !== null)
    .join('\n')
}

function replaceGauges(literal: string): ExpositionFault {
  return bend('U22', (text) => {
    const gauges = familiesOf(text, 'gauge')
    return eachLine(text, (line) =>
      !line.startsWith('#') && gauges.has(nameOf(line))
        ? line.replace(/ \S+$/, ` ${literal}`)
        : line,
    )
  })
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

function dropHistograms(text: string): string {
  const histograms = familiesOf(text, 'histogram')
  return eachLine(text, (line) =>
    histograms.has(nameOf(line).replace(/_(?:bucket|sum|count)$/, '')) ? null : line,
  )
}

export const expositionFaults = {
  'million-samples': { matrix: 'U22', bend: streamSamples },
  'gauge-nan': replaceGauges('NaN'),
  'gauge-infinite': replaceGauges('+Inf'),
  'gauge-minus-infinite': replaceGauges('-Inf'),
  'duplicate-series': bend('U22', (text) => text + text.replaceAll(/^#.*\n/gm, '')),
  // OpenMetrics names the family without `_total` and ends with `# EOF`, which is missing here.
  'openmetrics-without-end': {
    ...bend('U22', (text) => text.replaceAll(/^(# \w+ \S+)_total /gm, '$1 ')),
    contentType: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  },
  'long-label': bend('U22', (text) => `${text}noise{label="${'x'.repeat(65_536)}"} 1\n`),
  'no-infinite-bucket': bend('U22', (text) => text.replaceAll(/^.*le="\+Inf".*\n/gm, '')),
  'vanished-histograms': bend('U22', dropHistograms),
  'crlf-lines': bend('U22', (text) => text.replaceAll('\n', '\r\n')),
  'half-a-line': bend('U22', (text) => text.slice(0, -20)),
  'counters-restart': bend('U19', (text) => text.replaceAll(/^(\S+_total\{.*\}) \S+$/gm, '$1 3')),
} satisfies Record<string, ExpositionFault>
