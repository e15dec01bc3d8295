import { profileNames } from '@podium/gateway-simulator'
import { describe, inject } from 'vitest'
import { describeFaults } from './support/fault-suite.ts'

// In two files, because a file has one core. In the short form the newest release is enough, which is there.
describe.runIf(inject('isDeep')).each(profileNames.slice(0, 4))('release %s', describeFaults)
