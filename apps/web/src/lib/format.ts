export type Quantity = { value: string; unit: string }
export type Format = ReturnType<typeof createFormat>
/** How a language shortens what follows a number. */
export type Units = Record<'thousand' | 'million' | 'billion' | 'trillion' | 'points', string>

// A unit begins where three digits of the one below would round up to 1,000.
const compactUnits = [
  { from: 999.5e9, size: 1e12, unit: 'trillion' },
  { from: 999.5e6, size: 1e9, unit: 'billion' },
  { from: 999.5e3, size: 1e6, unit: 'million' },
  { from: 1000, size: 1e3, unit: 'thousand' },
] as const

/** Everything that a language writes in its own way; every formatter is made once. */
export function createFormat(language: string, units: Units, timeZone?: string) {
  // The design writes 14:03:20 in every language.
  const zone = { hourCycle: 'h23' as const, ...(timeZone !== undefined && { timeZone }) }
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const three = new Intl.NumberFormat(language, {
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3,
  })
  const fixed = [0, 1, 2, 3, 4].map(
    (digits) =>
      new Intl.NumberFormat(language, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  )
  const dollars = currency(language, 2)
  const smallDollars = currency(language, 4)
  const exactDollars = currency(language, 2, 10)
  const clock = new Intl.DateTimeFormat(language, { timeStyle: 'medium', ...zone })
  const shortClock = new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone })
  const moment = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...zone,
  })
  // A day of the gateway is a UTC day, wherever the viewer sits.
  const utcDay = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const list = new Intl.ListFormat(language)

  return {
    language,
    /** Of the difference of two rates, which is never percent. */
    points: units.points,
    timeZone: clock.resolvedOptions().timeZone,
    /** 3840000 → 3.84 M, in two parts because the unit is drawn smaller. */
    compact: (count: number): Quantity => {
      const size = compactUnits.find(({ from }) => Math.abs(count) >= from)
      if (size === undefined) return { value: whole.format(count), unit: '' }
      return { value: three.format(count / size.size), unit: units[size.unit] }
    },
    count: (count: number) => whole.format(count),
    decimal: (value: number, digits: 0 | 1 | 2 | 3 | 4) => fixed[digits]?.format(value) ?? '',
    /** Cents, and more digits where there is less than a cent. */
    usd: (amount: number) =>
      amount !== 0 && Math.abs(amount) < 0.01
        ? smallDollars.format(amount)
        : dollars.format(amount),
    /** The sign of the currency where this language puts it, around an amount that is written already. */
    usdAround: (amount: string) =>
      dollars
        .formatToParts(0)
        .map(({ type, value }) =>
          type === 'integer' ? amount : type === 'currency' || type === 'literal' ? value : '',
        )
        .join(''),
    exactUsd: (amount: number) => exactDollars.format(amount),
    clock: (instant: number | Date) => clock.format(instant),
    shortClock: (instant: number | Date) => shortClock.format(instant),
    moment: (instant: number | Date) => moment.format(instant),
    span: (from: number, to: number) => moment.formatRange(from, to),
    utcDay: (day: string, last = day) => utcDay.formatRange(new Date(day), new Date(last)),
    relative: (value: number, unit: Intl.RelativeTimeFormatUnit) => relative.format(value, unit),
    list: (items: readonly string[]) => list.format(items),
    age,
  }
}

function currency(language: string, digits: number, most = digits): Intl.NumberFormat {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: most,
  })
}

/** 4 s, 3 min, 2 h: coarse, because an age is only ever read at a glance; the symbols are international. */
function age(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`
}
