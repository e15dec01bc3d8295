/** What tells one kind of value from another. */
const kinds = {
  list: (value: unknown) => Array.isArray(value),
  text: (value: unknown) => typeof value === 'string',
  number: (value: unknown) => typeof value === 'number',
  object: (value: unknown) => typeof value === 'object' && value !== null,
}

type KindOf<Value> = Value extends readonly unknown[]
  ? 'list'
  : Value extends string
    ? 'text'
    : Value extends number
      ? 'number'
      : 'object'

export type Guard<T> = (answer: unknown) => answer is T

/**
 * Whether an answer is what it is taken for, by the fields without which the page cannot draw. zod would say all, and
 * costs a quarter of what the page may load before it shows.
 */
export function answerWith<T extends object>(fields: {
  readonly [Name in keyof T]?: KindOf<T[Name]>
}): Guard<T> {
  return (answer): answer is T =>
    kinds.object(answer) &&
    Object.entries<keyof typeof kinds | undefined>(fields).every(
      ([name, kind]) => kind === undefined || kinds[kind](Reflect.get(Object(answer), name)),
    )
}

export const isNothing: Guard<undefined> = (answer) => answer === undefined
