import { createInMemoryDriver } from '#drivers/in-memory'
import { describeDriver } from '../../contract/driver-contract.ts'

describeDriver('in memory', ({ send, verify }) => createInMemoryDriver({ http: send, verify }))
