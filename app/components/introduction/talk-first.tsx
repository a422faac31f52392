import { WarningText } from '../govuk/warning-text.tsx'

/** Where something the person told us may touch this introduction; it does not say what. */
export const TalkFirst = ({ isNeeded }: { isNeeded: boolean }) =>
  isNeeded ? (
    <WarningText>
      Before this goes on, talk with the person about this employer and its town. Something they
      told us may matter here.
    </WarningText>
  ) : null
