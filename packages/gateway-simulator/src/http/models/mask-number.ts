/** How the secrets masker of 1.77.6 to 1.81.12 shows a price, because its name contains "token". */
export function maskNumber(value: number): string {
  const text = pythonFloat(value)
  if (text.length <= 7) return text
  return `${text.slice(0, 4)}${'*'.repeat(text.length - 8)}${text.slice(-4)}`
}

/** Python's shortest form: exponents have two digits, whole numbers a zero behind the point. */
export function pythonFloat(value: number): string {
  if (value === 0) return '0.0'
  const [digits = '', exponent = 0] = value.toExponential().split('e')
  if (Number(exponent) >= -4 && Number(exponent) < 16) {
    return Number.isInteger(value) ? `${value}.0` : String(value)
  }
  const size = String(Math.abs(Number(exponent))).padStart(2, '0')
  return `${digits}e${Number(exponent) < 0 ? '-' : '+'}${size}`
}
