/** A number with or without its unit; `[N/A]`, `N/A`, `[Not Supported]` and whatever else is none are `null`. */
export function smiValue(text: string | undefined): number | null {
  const [, digits] = /^\s*([+-]?\d+(?:\.\d+)?)(?:\s*(?:[a-zA-Z%/]+))?\s*$/.exec(text ?? '') ?? []
  return digits === undefined ? null : Number(digits)
}

/** A name, or `null` where nvidia-smi has none. */
export function smiText(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' || /^\[?(n\/a|not supported|unknown error)\]?$/i.test(trimmed)
    ? null
    : trimmed.slice(0, 200)
}
