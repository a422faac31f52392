import { NotificationBanner } from '../govuk/notification-banner.tsx'

export interface DoneBannerProps {
  /** What was just done and what comes of it; nothing is drawn without. */
  text: string | undefined
}

/** Confirms a step at the top of the page it led to. */
export function DoneBanner({ text }: DoneBannerProps) {
  return text ? <NotificationBanner type="success" titleText="Done" text={text} /> : null
}
