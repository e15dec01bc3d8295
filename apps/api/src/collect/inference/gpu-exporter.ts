import { parseExposition, readGpus } from '@podium/inference-metrics'
import { refusalKind } from '@podium/litellm-client'
import type { GpuAnswer } from '../../domain/inference/scraped.ts'
import { getText } from './get-text.ts'
import { ScrapeError } from './scrape-error.ts'
import type { Target } from './target.ts'

/** An exporter of GPUs. It is no engine, so it gets no key. */
export function createGpuExporter({ id, url }: { id: string; url: string }): Target<GpuAnswer> {
  return {
    id,
    poll: async (_, signal) => {
      const { status, text } = await getText({ url, apiKey: null, signal })
      if (status !== 200) throw new ScrapeError(refusalKind(status, null))
      const parsed = parseExposition(text)
      if (!parsed.ok) throw new ScrapeError(parsed.reason)
      const found = readGpus(parsed.exposition)
      if (found === null) throw new ScrapeError('not_metrics')
      return found
    },
  }
}
