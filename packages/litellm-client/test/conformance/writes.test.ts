import { profileNames } from '@podium/gateway-simulator'
import { expect, test } from 'vitest'
import { Checklist } from '../../conformance/checklist.ts'
import { checkAdmin } from '../../conformance/checks/admin.ts'
import { createWorld } from './support/world.ts'

test.each(profileNames)(
  'teams and keys of release %s are made, named, told and deleted, each refusal by its kind',
  async (profile) => {
    const gateway = createWorld(profile, 1)
    const listening = await gateway.listen()
    const list = new Checklist()
    await checkAdmin(list, { baseUrl: listening.url, adminKey: gateway.keys.master })
    await listening.close()
    expect(list.failed).toEqual([])
    expect(list.checks.length).toBe(14)
  },
)
