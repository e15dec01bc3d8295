import type { Groups } from '../config/access.ts'
import type { Role } from './visitor.ts'

/** The role of somebody whose groups a sign-in service or a proxy has named. */
export function roleOfGroups(names: readonly string[], groups: Groups): Role | null {
  if (names.some((name) => groups.admin.includes(name))) return 'admin'
  const { viewer } = groups
  return viewer === null || names.some((name) => viewer.includes(name)) ? 'viewer' : null
}
