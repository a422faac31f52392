const home = (file: string) => ({ index: true, file: `routes/${file}` })
const page = (path: string, file: string) => ({ path, file: `routes/${file}` })

/** The site map. The first folder of a file says who the page is for; its `handle` holds the door. */
export default [
  home('public/home.tsx'),
  page('privacy', 'public/privacy.tsx'),
  page('accessibility', 'public/accessibility.tsx'),
  page('complaints', 'public/complaints.tsx'),

  page('sign-in', 'account/sign-in.tsx'),
  page('sign-in/link', 'account/sign-in-link.tsx'),
  page('sign-in/link/:token', 'account/sign-in-link-use.tsx'),
  page('sign-out', 'account/sign-out.tsx'),
  page('role', 'account/role.tsx'),
  page('reset-password', 'account/reset-password.tsx'),
  page('reset-password/:token', 'account/reset-password-use.tsx'),
  page('demo/sign-in', 'account/demo-sign-in.tsx'),
  page('demo/mail', 'account/demo-mail.tsx'),

  page('openings', 'public/openings.tsx'),
  page('openings/:id', 'public/opening.tsx'),
  page('employer', 'employer/home.tsx'),
  page('employer/openings/new', 'employer/openings-new.tsx'),
  page('employer/openings/:id', 'employer/openings-tasks.tsx'),
  page('employer/openings/:id/check', 'employer/openings-check.tsx'),
  page('employer/openings/:id/sent', 'employer/openings-sent.tsx'),
  page('employer/openings/:id/close', 'employer/openings-close.tsx'),
  page('employer/openings/:id/reopen', 'employer/openings-reopen.tsx'),
  page('employer/openings/:id/:section', 'employer/openings-section.tsx'),
  page('me', 'candidate/home.tsx'),
  page('me/wishes', 'candidate/wishes.tsx'),
  page('me/profile', 'candidate/profile.tsx'),
  page('me/seen', 'candidate/seen.tsx'),
  page('mentor', 'mentor/home.tsx'),
  page('mentor/candidates/:id', 'mentor/candidate.tsx'),
  page('mentor/openings/:id/shortlist', 'mentor/shortlist.tsx'),
  page('*', 'system/not-found.tsx'),
]
