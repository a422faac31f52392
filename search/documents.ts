import { z } from 'zod'

/**
 * The one list of fields that may leave the database for a search index. Nothing about
 * convictions, restrictions, health, case notes, contact details or an address finer than an
 * outcode may be added: an engine's tasks, dumps and freed pages keep copies of what it was sent.
 */
export const opportunityDocument = z.object({
  id: z.uuid(),
  version: z.number().int().nonnegative(),
  title: z.string(),
  skills: z.array(z.string()),
  /** Slug. */
  sector: z.string(),
  sectorLabel: z.string(),
  town: z.string(),
  employer: z.string(),
  body: z.string(),
  /** Outcodes of every site; empty where the work has none. */
  outcodes: z.array(z.string()),
  /** Slug: job, apprenticeship and so on. */
  kind: z.string(),
  /** Slugs of the working patterns on offer. */
  hours: z.array(z.string()),
  remote: z.boolean(),
  /** Slug. */
  contract: z.string().nullish(),
  /** Seconds since 1970. */
  publishedAt: z.number().int(),
  /** Seconds since 1970: the end of the closing day. */
  closesAt: z.number().int(),
  /** Completed years. */
  minAge: z.number().int(),
  audience: z.enum(['anyone', 'programme']),
})

export type OpportunityDocument = z.infer<typeof opportunityDocument>

/**
 * The index document of a row. Fields that are not on the list are dropped; a row that does not
 * fit the list throws, so that the relay can set it aside.
 */
export function toDocument(row: Record<keyof OpportunityDocument, unknown>): OpportunityDocument {
  return opportunityDocument.parse(row)
}
