import { LiteLLMError } from '../errors/litellm-error.ts'

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const openArray = 0x5b
const backslash = 0x5c
const closeArray = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/**
 * Reads large JSON a value at a time, so that nothing holds the event loop for long and what nobody
 * needs is never built. It works on bytes: strings of megabytes make the garbage collector stop the
 * loop. Values that are neither read nor entered are skipped.
 */
export class JsonCursor {
  readonly #bytes: Buffer
  #at: number
  /** One string for each name, however often it comes. */
  readonly #names = new Map<string, string>()

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes
    this.#at = at
    this.#skipSpace()
  }

  /** Another cursor at this place. */
  fork(): JsonCursor {
    return new JsonCursor(this.#bytes, this.#at)
  }

  /** Enters the object at hand and stops at the value of each of its names. Null has none. */
  *members(): Generator<string, void, void> {
    if (this.#isNull()) return
    this.#take(openObject)
    if (this.#takeIf(closeObject)) return
    do {
      if (this.#bytes[this.#at] !== quote) throw this.#malformed()
      const name = this.#known(String(this.parse()))
      this.#take(colon)
      const before = this.#at
      yield name
      if (this.#at === before) this.skip()
    } while (this.#takeIf(comma))
    this.#take(closeObject)
  }

  /** Enters the array at hand and stops at each of its values. */
  *elements(): Generator<void, void, void> {
    this.#take(openArray)
    if (this.#takeIf(closeArray)) return
    do {
      const before = this.#at
      yield
      if (this.#at === before) this.skip()
    } while (this.#takeIf(comma))
    this.#take(closeArray)
  }

  /** The value at hand. */
  parse(): unknown {
    const start = this.#at
    this.skip()
    try {
      return JSON.parse(this.#bytes.toString('utf8', start, this.#at))
    } catch {
      // `NaN`, `Infinity` and their kin; the parser's words would quote the answer.
      throw this.#malformed()
    }
  }

  skip(): void {
    const byte = this.#bytes[this.#at]
    if (byte === quote) this.#at = this.#endOfString(this.#at + 1)
    else if (byte === openObject || byte === openArray) this.#skipNested()
    else this.#skipWord()
    this.#skipSpace()
  }

  /** Nothing may follow the value that was read. */
  end(): void {
    if (this.#at < this.#bytes.length) throw this.#malformed()
  }

  #known(name: string): string {
    const known = this.#names.get(name)
    if (known === undefined) this.#names.set(name, name)
    return known ?? name
  }

  #skipNested(): void {
    const bytes = this.#bytes
    let depth = 0
    for (let at = this.#at; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === quote) at = this.#endOfString(at + 1) - 1
      else if (byte === openObject || byte === openArray) depth++
      else if ((byte === closeObject || byte === closeArray) && --depth === 0) {
        this.#at = at + 1
        return
      }
    }
    throw new LiteLLMError('truncated')
  }

  #endOfString(from: number): number {
    const bytes = this.#bytes
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === backslash) at++
      else if (byte === quote) return at + 1
    }
    throw new LiteLLMError('truncated')
  }

  #skipWord(): void {
    const start = this.#at
    while (isWord(this.#bytes[this.#at])) this.#at++
    if (this.#at === start) throw this.#malformed()
  }

  #skipSpace(): void {
    while (isSpace(this.#bytes[this.#at])) this.#at++
  }

  #isNull(): boolean {
    const isNull = this.#bytes.toString('latin1', this.#at, this.#at + 4) === 'null'
    if (isNull) this.skip()
    return isNull
  }

  #take(byte: number): void {
    if (!this.#takeIf(byte)) throw this.#malformed()
  }

  #takeIf(byte: number): boolean {
    if (this.#bytes[this.#at] !== byte) return false
    this.#at++
    this.#skipSpace()
    return true
  }

  #malformed(): LiteLLMError {
    const isCut = this.#at >= this.#bytes.length
    return new LiteLLMError(isCut ? 'truncated' : 'schema', { detail: 'malformed JSON' })
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

/** A byte of a number, `true`, `false` or `null`, or of what stands in their place. */
function isWord(byte: number | undefined): boolean {
  if (byte === undefined || isSpace(byte)) return false
  if (byte === quote || byte === comma || byte === colon) return false
  return byte !== openArray && byte !== closeArray && byte !== openObject && byte !== closeObject
}
