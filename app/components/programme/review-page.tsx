import { QuestionPage, type QuestionPageProps } from '#app/components/form/question-page.tsx'
import { labelOf } from '#app/features/opportunities/vocabulary.ts'
import { endReasons } from '#app/features/programmes/vocabulary.ts'
import { longDate } from '#app/platform/clock.ts'
import { BackLink } from '../govuk/back-link.tsx'
import { PageHeading } from '../layout/page-heading.tsx'

export interface ReviewPageProps {
  enrolment: {
    reference: string
    fullName: string
    programme: string
    startedOn: string
    endedOn: string | null
    endedReason: string | null
    reviewDueOn: string | null
    reviewedOn: string | null
    version: number
  }
  back: QuestionPageProps['back']
  refused: QuestionPageProps['refused']
}

/** Asks whether somebody's support goes on; says how it ended once it has. */
export function ReviewPage({ enrolment, back, refused }: ReviewPageProps) {
  const { programme, startedOn, endedOn, endedReason, reviewDueOn, reviewedOn } = enrolment
  const about = (
    <>
      <p className="govuk-body">{enrolment.fullName}</p>
      <p className="govuk-body">
        {programme}, since {longDate(startedOn)}.{' '}
        {reviewDueOn && `The review is due on ${longDate(reviewDueOn)}. `}
        {reviewedOn && `Reviewed on ${longDate(reviewedOn)}.`}
      </p>
    </>
  )
  if (endedOn !== null)
    return (
      <>
        <BackLink href={back.href}>{back.text}</BackLink>
        <PageHeading title="Review the support" caption={enrolment.reference} />
        {about}
        <p className="govuk-body">
          It ended on {longDate(endedOn)}: {labelOf(endReasons, endedReason)}.
        </p>
      </>
    )
  return (
    <QuestionPage
      title="Review the support"
      caption={enrolment.reference}
      back={back}
      refused={refused}
      version={enrolment.version}
      button="Record the review"
      saved={{ nextReview: reviewDueOn }}
      questions={[
        {
          name: 'outcome',
          label: 'Does the support go on?',
          control: 'choice',
          options: [
            { value: 'goes_on', label: 'It goes on', hint: 'Say below when it is reviewed next' },
            { value: 'ends', label: 'It ends today', hint: 'Say below why' },
          ],
        },
        { name: 'nextReview', label: 'Next review, if it goes on', control: 'day' },
        {
          name: 'reason',
          label: 'Why does it end, if it ends?',
          control: 'list',
          emptyLabel: 'It does not end',
          options: endReasons,
        },
      ]}
    >
      {about}
    </QuestionPage>
  )
}
