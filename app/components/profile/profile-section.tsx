import type { Section } from '#app/features/profiles/get-section.server.ts'
import { sectionTitles } from '#app/features/profiles/sections.ts'
import { ErrorSummaryBox } from '../form/error-summary-box.tsx'
import { BackLink } from '../govuk/back-link.tsx'
import { InsetText } from '../govuk/inset-text.tsx'
import { PageHeading } from '../layout/page-heading.tsx'
import { ApartPage } from './apart-page.tsx'
import { AvailabilityForm } from './availability-form.tsx'
import { HiddenPage } from './hidden-page.tsx'
import { PausePage } from './pause-page.tsx'
import { QualificationsPage } from './qualifications-page.tsx'
import type { Refused } from './section-props.ts'
import { StartForm } from './start-form.tsx'
import { TravelForm } from './travel-form.tsx'
import { WishesForm } from './wishes-form.tsx'
import { WordsForm } from './words-form.tsx'

export interface ProfileSectionProps {
  section: Section
  refused: Refused | undefined
  /** The address of the list of pages. */
  base: string
  /** Whose profile it is, where somebody else fills it in. */
  caption: string | null
}

/** One page of a profile, for the person themselves or for who fills it in for them. */
export function ProfileSection({ section, base, caption, refused }: ProfileSectionProps) {
  const { name } = section
  return (
    <>
      <BackLink href={base}>The whole profile</BackLink>
      <ErrorSummaryBox errors={refused?.errors} />
      <PageHeading caption={caption} title={sectionTitles[name]} />
      {caption !== null && (
        <InsetText>
          You write this for somebody else, as they would. It is kept that it was you.
        </InsetText>
      )}
      <Body section={section} refused={refused} base={base} />
    </>
  )
}

function Body({
  section,
  refused,
  base,
}: Pick<ProfileSectionProps, 'section' | 'refused' | 'base'>) {
  switch (section.name) {
    case 'qualifications':
      return (
        <QualificationsPage section={section} refused={refused} here={`${base}/${section.name}`} />
      )
    case 'wishes':
      return <WishesForm section={section} refused={refused} />
    case 'availability':
      return <AvailabilityForm section={section} refused={refused} />
    case 'travel':
      return <TravelForm section={section} refused={refused} base={base} />
    case 'start':
      return <StartForm section={section} refused={refused} />
    case 'hidden':
      return <HiddenPage section={section} refused={refused} />
    case 'apart':
      return <ApartPage section={section} refused={refused} />
    case 'pause':
      return <PausePage section={section} refused={refused} />
    default:
      return <WordsForm section={section} refused={refused} />
  }
}
