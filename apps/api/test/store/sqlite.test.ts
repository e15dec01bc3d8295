import { newFilePlace } from './support/file-place.ts'
import { describeKeeping } from './keeping-suite.ts'
import { describeSlices } from './slices-suite.ts'
import { describeSumming } from './summing-suite.ts'
import { describeNames } from './names-suite.ts'
import { describeStore } from './store-suite.ts'
import { describeVersions } from './versions-suite.ts'
import { describeWriting } from './writing-suite.ts'

describeStore('SQLite', newFilePlace)
describeWriting('SQLite', newFilePlace)
describeNames('SQLite', newFilePlace)
describeKeeping('SQLite', newFilePlace)
describeSumming('SQLite', newFilePlace)
describeSlices('SQLite', newFilePlace)
describeVersions('SQLite', newFilePlace)
