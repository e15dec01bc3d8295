/** Resolves once what is shown now has been drawn: what is not looked at first comes after what is. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    // A page that nobody sees draws nothing.
    setTimeout(resolve, 500)
  })
}
