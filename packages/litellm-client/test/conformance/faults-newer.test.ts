import { profileNames } from '@podium/gateway-simulator'
import { describe, inject } from 'vitest'
import { describeFaults } from './support/fault-suite.ts'

// In two files, because a file has one core. In the short form only the newest release.
const profiles = profileNames.slice(inject('isDeep') ? 4 : -1)
describe.each(profiles)('release %s', describeFaults)
