import type { Actor, Role } from '#app/platform/context.ts'

interface Way {
  label: string
  href: string
}

/** Not for an employer that the office has refused. */
const NEW_OPENING = '/employer/openings/new'
const openings = { label: 'Openings', href: '/openings' }

const ways: Record<Role | 'anonymous', Way[]> = {
  anonymous: [
    openings,
    { label: 'For employers', href: '/employers/register' },
    { label: 'Sign in', href: '/sign-in' },
  ],
  candidate: [
    { label: 'My page', href: '/me' },
    openings,
    { label: 'What I want', href: '/me/profile/wishes' },
    { label: 'Your profile', href: '/me/profile' },
    { label: 'Kept private', href: '/me/private' },
    { label: 'Who saw what', href: '/me/seen' },
  ],
  mentor: [{ label: 'My people', href: '/mentor' }, openings],
  employer: [
    { label: 'Your openings', href: '/employer' },
    { label: 'Post an opening', href: NEW_OPENING },
  ],
  board: [
    { label: 'Figures', href: '/board' },
    { label: 'Programmes', href: '/board/programmes' },
    openings,
  ],
  coordinator: [
    { label: 'Office', href: '/office' },
    { label: 'To review', href: '/office/review' },
    { label: 'Employers', href: '/office/employers' },
    { label: 'Candidates', href: '/office/candidates' },
    { label: 'Programmes', href: '/office/programmes' },
    { label: 'Users', href: '/office/users' },
  ],
}

/** The main navigation for a role; the longest address that fits the page is the current one. */
export function navOf(role: Actor['role'], pathname: string, isRefused = false) {
  const items = ways[role === 'system' ? 'anonymous' : role].filter(
    ({ href }) => !isRefused || href !== NEW_OPENING,
  )
  const current = items
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
  return items.map((item) => ({ ...item, current: item === current }))
}

const roleNames: Record<Role, string> = {
  candidate: 'candidate',
  mentor: 'mentor',
  employer: 'employer',
  board: 'board member',
  coordinator: 'coordinator',
}

/** A role as people say it. */
export const roleName = (role: Role) => roleNames[role]

/** What an account may act as, in one line: "employer, Pier Café; mentor, safeguarding lead". */
export const rolesInWords = (
  roles: readonly { role: Role; employer: string | null; isSafeguardingLead: boolean }[],
) =>
  roles
    .map(({ role, employer, isSafeguardingLead }) =>
      [roleName(role), employer, isSafeguardingLead && 'safeguarding lead']
        .filter(Boolean)
        .join(', '),
    )
    .join('; ')
