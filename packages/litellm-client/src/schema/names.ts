import { createHash } from 'node:crypto'

/** Controls, and what turns the direction of a text around or hides in it. */
const unsafe = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu
const plain = /^[\x20-\x7e]*$/
const mostOfKey = 500
const mostOfLabel = 64

/**
 * A name or id that things are told apart by, safe for every store: nothing that is not text, and not too long for an
 * index. What had to be changed ends with a hash, so that two stay two.
 */
export function safeKey(text: string): string {
  if (text.length <= mostOfKey && plain.test(text)) return text
  const cleaned = clean(text)
  if (cleaned === text && text.length <= mostOfKey) return text
  const hash = createHash('sha256').update(text, 'utf16le').digest('hex').slice(0, 16)
  return `${cleaned.slice(0, mostOfKey - 17).toWellFormed()}~${hash}`
}

/** A name that people read: one line, no longer than they care to. */
export function safeLabel(text: string): string {
  if (text.length <= mostOfLabel && plain.test(text)) return text
  const cleaned = clean(text)
  if (cleaned.length <= mostOfLabel) return cleaned
  const graphemes = new Intl.Segmenter().segment(cleaned.slice(0, mostOfKey))
  const shown = Array.from(graphemes, ({ segment }) => segment)
  return shown.length <= mostOfLabel
    ? shown.join('')
    : `${shown.slice(0, mostOfLabel - 1).join('')}…`
}

function clean(text: string): string {
  return text.toWellFormed().replaceAll(unsafe, ' ').trim()
}
