/**
 * A plain-HTTP page has no clipboard API, so the old way is the second try. VueUse says "copied" where the browser
 * refused, and leaves the keyboard nowhere.
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = isSecureContext ? navigator.clipboard : undefined
  if (clipboard !== undefined) {
    const isDone = await clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (isDone) return true
  }
  return copyBySelection(text)
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  const focused = document.activeElement
  document.body.append(field)
  field.select()
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies outside of a secure context
  const isDone = document.execCommand('copy')
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isDone
}
