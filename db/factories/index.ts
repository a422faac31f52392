export { makeGrant, makeMentor, makeUser } from './accounts.ts'
export { makeAssignment, makeCandidate } from './candidates.ts'
export { makeEmployer, makeOpportunity } from './employers.ts'
export { enrol, makeProgramme, makeProgrammeParts } from './programmes.ts'
