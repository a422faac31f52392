import { tz } from '@date-fns/tz'
import { differenceInYears, parseISO } from 'date-fns'

const london = tz('Europe/London')

/** Completed years on the Europe/London day of `at`; `born` is `yyyy-MM-dd`. */
export const yearsOld = (born: string, at: Date) =>
  differenceInYears(at, parseISO(born, { in: london }), { in: london })

export const isUnder18 = (born: string, at: Date) => yearsOld(born, at) < 18
