import { profileNames } from '@podium/gateway-simulator'
import { describe, inject } from 'vitest'
import { describeFaults } from './support/fault-suite.ts'

// In two files, because a file has one core. In the short form the oldest release, and there the newest.
const profiles = profileNames.slice(0, inject('isDeep') ? 4 : 1)
describe.each(profiles)('release %s', describeFaults)
