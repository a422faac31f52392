import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CheckboxField } from '#app/components/form/checkbox-field.tsx'
import { Form } from '#app/components/form/form.tsx'
import { SelectField } from '#app/components/form/select-field.tsx'
import { SubmitButton } from '#app/components/form/submit-button.tsx'
import { TextField } from '#app/components/form/text-field.tsx'
import { Details } from '#app/components/govuk/details.tsx'
import { InsetText } from '#app/components/govuk/inset-text.tsx'
import { Pagination } from '#app/components/govuk/pagination.tsx'
import { EmptyState } from '#app/components/layout/empty-state.tsx'
import { PageHeading } from '#app/components/layout/page-heading.tsx'
import { TagList } from '#app/components/layout/tag-list.tsx'
import { OpeningLine } from '#app/components/opening/opening-line.tsx'
import { browseOpenings } from '#app/features/opportunities/browse.server.ts'
import {
  browsePath,
  filterTags,
  totalInWords,
  without,
} from '#app/features/opportunities/filters.ts'
import type { FilterName } from '#app/features/opportunities/filters.ts'
import { isTooExact, readFilters } from '#app/features/opportunities/read-filters.ts'
import { hours, kinds, radii, sectors } from '#app/features/opportunities/vocabulary.ts'
import type { RouteHandle } from '#app/http/handle.ts'
import { read } from '#app/http/run.server.ts'
import { searchFor } from '#app/http/services.server.ts'

export const handle = { access: 'anyone', scripts: false } satisfies RouteHandle

export const meta = () => [{ title: 'Openings – Throughgate' }]

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const filters = readFilters(searchParams)
  // A whole postcode does not stay in the address, where histories and links would keep it.
  if (isTooExact(searchParams)) throw redirect(browsePath(filters))
  return read(args, handle, async (ctx) => ({
    filters,
    result: await browseOpenings(ctx, filters, searchFor(args.context, ctx)),
  }))
}

export default function Page() {
  const { filters, result } = useLoaderData<typeof loader>()
  const { openings, pageCount, total } = result
  return (
    <>
      <PageHeading title="Openings" />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Search />
        </div>
        <div className="govuk-grid-column-two-thirds" id="results">
          {!result.isOutcodeUnknown && <h2 className="govuk-heading-m">{totalInWords(total)}</h2>}
          <TagList tags={filterTags(filters)} />
          <AskForWishes />
          {openings.length > 0 ? (
            <ul className="tg-cards">
              {openings.map((opening) => (
                <OpeningLine opening={opening} level={3} key={opening.id} />
              ))}
            </ul>
          ) : (
            <NothingFound />
          )}
          {pageCount > 1 && (
            <Pagination
              previous={
                filters.page > 1
                  ? { href: `${browsePath({ ...filters, page: filters.page - 1 })}#results` }
                  : undefined
              }
              next={
                filters.page < pageCount
                  ? { href: `${browsePath({ ...filters, page: filters.page + 1 })}#results` }
                  : undefined
              }
            />
          )}
          {total.isMore && filters.page >= pageCount && (
            <p className="govuk-body">
              These are the first 1,000. Use the filters to find the others.
            </p>
          )}
        </div>
      </div>
    </>
  )
}

function Search() {
  const { filters, result } = useLoaderData<typeof loader>()
  const unknown = result.isOutcodeUnknown
    ? `We do not know “${filters.outcode}”. Enter the first part of a postcode, like NR1.`
    : undefined
  return (
    // The key draws the form afresh when a tag or Back changes the search. On a phone the results
    // stand under the form: whoever searches is taken to them.
    <Form method="get" action="/openings#results" role="search" key={browsePath(filters)}>
      <TextField
        name="q"
        label="What are you looking for?"
        type="search"
        defaultValue={filters.words}
      />
      <TextField
        name="outcode"
        label="First part of your postcode"
        hint="For example, NR1"
        width={5}
        defaultValue={filters.outcode}
        error={unknown}
        autoComplete="off"
      />
      <SelectField
        name="miles"
        label="How far would you go?"
        options={radii}
        defaultValue={String(filters.miles)}
      />
      {result.seeker?.hasWishes && (
        <CheckboxField
          name="open"
          legend="Open to you"
          options={[{ value: 'me', label: 'Only openings open to me' }]}
          defaultValue={filters.isOnlyOpen ? ['me'] : []}
          small
        />
      )}
      <Details summaryText={chosen('Job, training or other', filters.kinds)}>
        <CheckboxField
          name="kind"
          legend="What it is"
          options={kinds}
          defaultValue={filters.kinds}
          small
        />
      </Details>
      <Details summaryText={chosen('Kind of work', filters.sectors)}>
        <CheckboxField
          name="sector"
          legend="Kind of work"
          options={sectors}
          defaultValue={filters.sectors}
          small
        />
      </Details>
      <Details summaryText={chosen('Hours', filters.hours)}>
        <CheckboxField
          name="hours"
          legend="Hours"
          options={hours}
          defaultValue={filters.hours}
          small
        />
      </Details>
      <SubmitButton>Show openings</SubmitButton>
    </Form>
  )
}

/** A closed group says how much of it is chosen; which, the tags say. */
const chosen = (group: string, values: string[]) =>
  values.length > 0 ? `${group} (${values.length} chosen)` : group

/** To a candidate whose wishes are not known nothing can be open. */
function AskForWishes() {
  const { result } = useLoaderData<typeof loader>()
  if (!result.seeker || result.seeker.hasWishes) return null
  return (
    <InsetText>
      <a className="govuk-link" href="/me/profile/wishes">
        Say what you want
      </a>
      , and what is open to you comes first.
    </InsetText>
  )
}

function NothingFound() {
  const { filters, result } = useLoaderData<typeof loader>()
  if (result.isOutcodeUnknown)
    return (
      <EmptyState title="We could not look near you">
        Check the first part of your postcode, or{' '}
        <a href={browsePath(without(filters, 'outcode'))}>look everywhere</a>.
      </EmptyState>
    )
  if (result.total.n > 0)
    return (
      <EmptyState title="There is no such page">
        <a href={browsePath({ ...filters, page: 1 })}>Go to the first page</a>.
      </EmptyState>
    )
  if (result.relax)
    return (
      <EmptyState title="Nothing fits all of that">
        <a href={browsePath(without(filters, result.relax.filter))}>
          Take away {filterWords[result.relax.filter]}
        </a>{' '}
        to see {totalInWords(result.relax)}.
      </EmptyState>
    )
  return (
    <EmptyState title="Nothing here today">
      New openings come in every week. <a href="/openings">See all openings</a>, or look again in a
      few days.
    </EmptyState>
  )
}

const filterWords: Record<FilterName, string> = {
  words: 'the words',
  outcode: 'the distance',
  kind: 'what it is',
  sector: 'the kind of work',
  hours: 'the hours',
  open: '“open to me”',
}
