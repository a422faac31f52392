import { describeSearchContract } from './contract.ts'
import { startTestPostgres } from './test-postgres.ts'

describeSearchContract('Postgres', startTestPostgres)
