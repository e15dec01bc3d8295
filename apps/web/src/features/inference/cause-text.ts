import type { Words } from '../../i18n/words.ts'
import type { InferenceWords } from './use-inference-words.ts'

/** Why an engine cannot be read: as of any source, but for what is said of the gateway alone. */
export function causeText(reason: string, words: InferenceWords, all: Words): string {
  return textOf(reason, { ...all.trust.causes, ...words.causes })
}

/** The same of a source of GPUs, which gets no key. */
export function gpuCauseText(reason: string, { gpus }: InferenceWords, all: Words): string {
  return textOf(reason, {
    ...all.trust.causes,
    not_found: gpus.nothingThere,
    auth: gpus.wantsKey,
    forbidden: gpus.wantsKey,
  })
}

function textOf(reason: string, causes: Readonly<Record<string, string>>): string {
  return causes[reason] ?? reason
}
