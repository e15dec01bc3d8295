/**
 * One step of the tables' history, frozen once it has shipped. Statements are written for PostgreSQL, in words that
 * SQLite has as well, but for a few that are translated.
 */
export type Migration = {
  number: number
  name: string
  statements: readonly string[]
  /** What SQLite does without. */
  onlyPostgres: readonly string[]
}

export function postgresStatements({ statements, onlyPostgres }: Migration): string[] {
  return [...statements, ...onlyPostgres]
}

export function sqliteStatements({ statements }: Migration): string[] {
  return statements.map(toSqlite)
}

function toSqlite(statement: string): string {
  const translated = statement
    .replaceAll(/\bBIGINT\b/g, 'INTEGER')
    .replaceAll(/\bDOUBLE PRECISION\b/g, 'REAL')
    .replace(/ WITH \(fillfactor = \d+\)$/, '')
  return translated.startsWith('CREATE TABLE') ? `${translated} STRICT, WITHOUT ROWID` : translated
}
