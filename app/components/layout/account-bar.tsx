export interface Account {
  /** Who, and as what: "Sam Carter, mentor". */
  label: string
  signOut: boolean
  /** For people who hold several roles. */
  switchRole?: boolean
}

/** Who is signed in, and the ways to change that. */
export function AccountBar({ account }: { account: Account }) {
  return (
    <div className="tg-account">
      <span className="tg-account__label">{account.label}</span>
      {account.switchRole && (
        <a className="tg-account__action" href="/role">
          Change role
        </a>
      )}
      {account.signOut && (
        // A form, not a link: nothing that only fetches a page may end a session.
        <form method="post" action="/sign-out">
          <button className="tg-account__action" type="submit">
            Sign out
          </button>
        </form>
      )}
    </div>
  )
}
