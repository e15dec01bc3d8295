import { pythonInstant } from '../../gateway/fields.ts'
import type { Profile } from '../../gateway/profile.ts'
import { createUuid } from '../../world/identifiers.ts'
import type { Key } from '../../world/records.ts'
import { viewKey } from './key-view.ts'

/** Fields of a live row that the archive of deleted keys does not have. */
const onlyInLiveRows = new Set([
  'jwt_key_mappings',
  'litellm_organization_table',
  'litellm_project_table',
  'policies',
])

/** The answer of `/key/info`. Newer releases add a status, and show a deleted key from the archive. */
export function viewKeyInfo(key: Key, profile: Profile, nowMs: number): Record<string, unknown> {
  const row = viewKey(key, profile, '+00:00')
  if (key.deletedAtMs === null) {
    return profile.deletedKeysAreTold ? { ...row, status: nameStatus(key, nowMs) } : row
  }
  const archived = Object.entries(row).filter(([name]) => !onlyInLiveRows.has(name))
  return {
    id: createUuid(key.token, 'archived'),
    ...Object.fromEntries(archived),
    org_id: null,
    deleted_at: pythonInstant(key.deletedAtMs, '+00:00'),
    deleted_by: 'default_user_id',
    deleted_by_api_key: 'litellm_proxy_master_key',
    litellm_changed_by: null,
    status: 'deleted',
  }
}

function nameStatus({ blocked, expiresAtMs }: Key, nowMs: number): string {
  if (blocked === true) return 'revoked'
  return expiresAtMs !== null && expiresAtMs < nowMs ? 'expired' : 'active'
}
