import type { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { Owner } from './owner.server.ts'
import {
  addKeptApart,
  hideFrom,
  removeKeptApart,
  saveAvailability,
  savePause,
  saveStart,
  saveTravel,
  saveWishes,
  saveWords,
  showTo,
} from './commands.server.ts'
import {
  addQualification,
  changeQualification,
  removeQualification,
} from './qualifications.server.ts'
import {
  addQualificationSchema,
  availabilityLists,
  availabilitySchema,
  changeQualificationSchema,
  hideSchema,
  keepApartSchema,
  pauseSchema,
  removeSchema,
  showSchema,
  startSchema,
  travelLists,
  travelSchema,
  wishesSchema,
  wishLists,
  wordsSchema,
} from './schema.ts'
import { isWordsSection, type SectionName } from './sections.ts'

/** Checks a form that was sent against a schema, or throws `Invalid`. */
type Parse = <S extends z.ZodObject>(schema: S, lists?: string[]) => z.infer<S>

/** What a page with a list of its own, or the pause, has done. */
type DoneHere = 'added' | 'changed' | 'removed' | 'hidden' | 'shown' | 'paused' | 'resumed'

/** Where to go on after a save, and what to say there: the list of pages, this one, or an opening. */
export type Next =
  | { to: 'list'; done: 'profile' | 'wishes' | 'part' }
  | { to: 'here'; done: DoneHere }
  | { to: 'opening'; id: string; done: 'shown' }

/**
 * Saves one page of a profile, by itself.
 *
 * @param act which button was pressed, on pages that have several
 * @throws Invalid under `version` when another save came first
 */
export async function saveSection(
  ctx: Context,
  owner: Owner,
  { name, act }: { name: SectionName; act: string },
  parse: Parse,
): Promise<Next> {
  const { candidateId, isOwn } = owner
  const saved = name === 'wishes' ? 'wishes' : 'profile'
  const list: Next = { to: 'list', done: isOwn ? saved : 'part' }
  if (isWordsSection(name)) {
    await saveWords(ctx, candidateId, name, parse(wordsSchema(name)))
    return list
  }
  switch (name) {
    case 'qualifications':
      return saveQualification(ctx, owner, act, parse)
    case 'wishes':
      await saveWishes(ctx, candidateId, parse(wishesSchema, wishLists))
      return list
    case 'availability':
      await saveAvailability(ctx, candidateId, parse(availabilitySchema, availabilityLists))
      return list
    case 'travel':
      await saveTravel(ctx, candidateId, parse(travelSchema, travelLists))
      return list
    case 'start':
      await saveStart(ctx, candidateId, parse(startSchema))
      return list
    case 'hidden':
      return saveHidden(ctx, candidateId, act, parse)
    case 'apart':
      if (act === 'remove') await removeKeptApart(ctx, candidateId, parse(removeSchema))
      else await addKeptApart(ctx, candidateId, parse(keepApartSchema))
      return { to: 'here', done: act === 'remove' ? 'removed' : 'added' }
    case 'pause': {
      const isPaused = await savePause(ctx, candidateId, act, parse(pauseSchema))
      return { to: 'here', done: isPaused ? 'paused' : 'resumed' }
    }
  }
}

async function saveQualification(
  ctx: Context,
  { candidateId, isOwn }: Owner,
  act: string,
  parse: Parse,
): Promise<Next> {
  const whose = isOwn ? 'own' : 'onBehalf'
  if (act === 'remove') await removeQualification(ctx, candidateId, parse(removeSchema))
  else if (act === 'change')
    await changeQualification(ctx, candidateId, parse(changeQualificationSchema[whose]))
  else await addQualification(ctx, candidateId, parse(addQualificationSchema[whose]))
  return { to: 'here', done: act === 'remove' ? 'removed' : act === 'change' ? 'changed' : 'added' }
}

async function saveHidden(
  ctx: Context,
  candidateId: string,
  act: string,
  parse: Parse,
): Promise<Next> {
  if (act === 'show') {
    const { employerId, openingId } = parse(showSchema)
    await showTo(ctx, candidateId, employerId)
    return openingId
      ? { to: 'opening', id: openingId, done: 'shown' }
      : { to: 'here', done: 'shown' }
  }
  if (act !== 'hide') throw new NotFound()
  await hideFrom(ctx, candidateId, parse(hideSchema).employerId)
  return { to: 'here', done: 'hidden' }
}
