import { SavedElsewhere } from '../form/saved-elsewhere.tsx'
import type { Refused } from './section-props.ts'

/** The version that a save must name: once both have been shown, the one that is saved now. */
export function VersionField({ saved, refused }: { saved: number; refused: Refused | undefined }) {
  const typed = refused?.values.version
  const isStale = refused?.errors.version !== undefined
  return (
    <input
      type="hidden"
      name="version"
      value={!isStale && typeof typed === 'string' ? typed : saved}
    />
  )
}

export interface WhenStaleProps {
  refused: Refused | undefined
  /** What is saved now, in words. */
  rows: readonly { name: string; value: string }[]
}

/** What somebody else saved meanwhile; nothing while nobody has. */
export const WhenStale = ({ refused, rows }: WhenStaleProps) =>
  refused?.errors.version ? <SavedElsewhere rows={rows} /> : null
