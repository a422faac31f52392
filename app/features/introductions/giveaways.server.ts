import { eq } from 'drizzle-orm'
import type { Context } from '#app/platform/context.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { candidateIdentities, profileTexts } from '#db/schema/candidates.ts'
import { asWord, giveawayInWords, giveawaysIn, isHard, type Giveaway } from './giveaways.ts'

/** What in these words would give the person away. */
export async function giveawaysOf(
  { db }: Context,
  { candidateId, body }: { candidateId: string; body: string },
): Promise<Giveaway[]> {
  const [person] = await db
    .select({ fullName: candidateIdentities.fullName })
    .from(candidateIdentities)
    .where(eq(candidateIdentities.candidateId, candidateId))
  if (!person) throw new NotFound()
  return giveawaysIn(body, person)
}

/** The same for a page: what its reader has to see to, and what they are asked about. */
export async function giveawaysFor(
  ctx: Context,
  words: { candidateId: string; body: string },
  reader: 'candidate' | 'mentor',
) {
  const found = await giveawaysOf(ctx, words)
  const hard = found.filter(isHard)
  return {
    found,
    /** Why nobody can say yes to these words; null when nothing stands in the way. */
    mustGo: hard.length > 0 ? toTakeOut(hard, reader) : null,
    maybeNames: found
      .filter((one) => !isHard(one))
      .map((one) => ({ word: asWord(one), text: one.text })),
  }
}

/** The same of words that have been kept for a key. */
export async function giveawaysOfText(ctx: Context, textId: string): Promise<Giveaway[]> {
  const [text] = await ctx.db
    .select({ candidateId: profileTexts.candidateId, body: profileTexts.body })
    .from(profileTexts)
    .where(eq(profileTexts.id, textId))
  if (!text) throw new NotFound()
  return giveawaysOf(ctx, text)
}

/**
 * No key is turned for words that give somebody away.
 * @throws Invalid for numbers and addresses, and for each word of the name that whoever turns the
 * key has not said to be no name
 */
export function refuseGiveaways(
  found: readonly Giveaway[],
  { notNames, reader }: { notNames: readonly string[]; reader: 'candidate' | 'mentor' },
) {
  const hard = found.filter(isHard)
  if (hard.length > 0) throw new Invalid({ '': [toTakeOut(hard, reader)] })
  const names = unexplained(found, notNames)
  if (names.length > 0)
    throw new Invalid({
      notNames: [
        `Say that ${names.map(({ text }) => `“${text}”`).join(' and ')} is not meant as ${reader === 'candidate' ? 'your' : 'their'} name, or have it taken out of the profile`,
      ],
    })
}

/**
 * The last look, at the moment of the release itself, whichever key was the last and whatever has
 * changed since the others: a name too may have.
 */
export async function refuseRelease(ctx: Context, textId: string, notNames: readonly string[]) {
  const found = await giveawaysOfText(ctx, textId)
  const left = [...found.filter(isHard), ...unexplained(found, notNames)]
  if (left.length > 0)
    throw new Conflict(
      `The words give the person away: ${left.map(giveawayInWords).join('; ')}. They have to be changed in the profile, and agreed to again.`,
    )
}

/** What has to go from the profile before anybody can say yes to it, as the reader is told. */
const toTakeOut = (hard: readonly Giveaway[], reader: 'candidate' | 'mentor') => {
  const list = hard.map(giveawayInWords).join('; ')
  return reader === 'candidate'
    ? `These words would tell the employer who you are: ${list}. Take this out of your profile first. Your mentor’s number is given to the employer when they want to meet you.`
    : `The words would tell the employer who the person is: ${list}. Ask them to take this out of their profile; then they say yes to the new words, and you approve those.`
}

const unexplained = (found: readonly Giveaway[], notNames: readonly string[]) =>
  found.filter((one) => !isHard(one) && !notNames.includes(asWord(one)))
