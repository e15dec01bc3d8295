import type { NoteStatus } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'
import type { TrustWords } from './use-trust-words.ts'

/** A note in plain words, with what can be done about it; one that this page does not know is named. */
export function noteText(note: NoteStatus, notes: TrustWords['notes'], format: Format): string {
  const count = format.count(note.count)
  const text = isKnown(note.kind, notes)
    ? notes[note.kind](count, note.count)
    : `${note.kind}: ${count}`
  const day = note.day === null ? '' : `${format.utcDay(note.day)}: `
  const models = note.models.length === 0 ? '' : ` (${format.list(note.models)})`
  return `${day}${text}${models}`
}

function isKnown<Notes extends object>(kind: string, notes: Notes): kind is keyof Notes & string {
  return Object.hasOwn(notes, kind)
}
