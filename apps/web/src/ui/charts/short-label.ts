const most = 120

/** Nobody reads more of a name than this, and to break one of thousands of letters into lines takes seconds. */
export function shortLabel(label: string): string {
  // Half a letter is none.
  return label.length > most ? `${label.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…` : label
}
