import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OfficeContact } from './office-contact.tsx'
import { PageHeading } from './page-heading.tsx'
import { PageShell } from './page-shell.tsx'
import { StatusTag } from './status-tag.tsx'
import { TagList } from './tag-list.tsx'

const nav = [
  { label: 'Home', href: '/home', current: true },
  { label: 'Caseload', href: '/caseload' },
]

describe('PageShell', () => {
  const html = renderToStaticMarkup(
    <PageShell serviceNav={nav} account={{ label: 'Sam Carter, mentor', signOut: true }}>
      <p>Content</p>
    </PageShell>,
  )

  it('begins with a link that skips to the main content', () => {
    expect(html).toMatch(/^<a href="#main-content" class="govuk-skip-link"/)
    expect(html).toMatch(/<main [^>]*id="main-content"[^>]*><p>Content<\/p><\/main>/)
  })

  it('says which part of the service this is', () => {
    expect(html).toContain('href="/home" aria-current="page"')
    expect(html.match(/aria-current/g)).toHaveLength(1)
  })

  it('signs out with a form, never with a link', () => {
    expect(html).toMatch(/<form method="post" action="\/sign-out"><button[^>]* type="submit">/)
    expect(html).not.toContain('href="/sign-out"')
  })

  it('ends with the programmes, privacy, accessibility, complaints and the way to the office', () => {
    const footer = html.slice(html.indexOf('<footer'))
    const links = [...footer.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(links).toEqual(['/programmes', '/privacy', '/accessibility', '/complaints', '/contact'])
  })

  it('offers nobody a sign out or a role who is not signed in', () => {
    const signedOut = renderToStaticMarkup(<PageShell serviceNav={[]}>Content</PageShell>)
    expect(signedOut).not.toMatch(/sign-out|role|<nav/)
  })

  it('offers a change of role to those who hold several', () => {
    const account = { label: 'Sam Carter, mentor', signOut: true, switchRole: true }
    const several = renderToStaticMarkup(
      <PageShell serviceNav={nav} account={account}>
        Content
      </PageShell>,
    )
    expect(several).toContain('Change role')
    expect(html).not.toContain('Change role')
  })
})

describe('TagList', () => {
  it('draws each filter as a link that says it removes it', () => {
    const html = renderToStaticMarkup(
      <TagList tags={[{ label: 'Norwich', removeHref: '/o?q=x' }]} />,
    )
    expect(html).toContain('href="/o?q=x"')
    expect(html).toContain('Remove filter</span> Norwich</a>')
  })

  it('is not there without filters', () => {
    expect(renderToStaticMarkup(<TagList tags={[]} />)).toBe('')
  })
})

describe('PageHeading', () => {
  it('puts caption and title into one heading', () => {
    const html = renderToStaticMarkup(<PageHeading caption="Board" title="Waiting times" />)
    expect(html).toMatch(/^<h1 [^>]*><span [^>]*>Board<\/span> Waiting times<\/h1>$/)
  })
})

describe('StatusTag', () => {
  it('says in words what its colour repeats', () => {
    const html = renderToStaticMarkup(<StatusTag label="Waiting for consent" tone="waiting" />)
    expect(html).toBe('<strong class="govuk-tag govuk-tag--yellow">Waiting for consent</strong>')
  })
})

describe('OfficeContact', () => {
  const said = (email: string | null, phone: string | null) =>
    renderToStaticMarkup(<OfficeContact office={{ email, phone }} />)

  it.each([
    [
      'a@b.example',
      '01632 960990',
      'To reach the office, ring 01632 960990 or write to a@b.example.',
    ],
    [null, '01632 960990', 'To reach the office, ring 01632 960990.'],
    ['a@b.example', null, 'To reach the office, write to a@b.example.'],
    [null, null, 'Ask your mentor, or whoever told you of Throughgate, how to reach the office.'],
  ])('is one sentence, with %s and %s', (email, phone, sentence) => {
    expect(said(email, phone).replaceAll(/<[^>]+>/g, '')).toBe(sentence)
  })

  it('can be rung and written to', () => {
    const html = said('a@b.example', '01632 960990')
    expect(html).toContain('href="tel:01632960990"')
    expect(html).toContain('href="mailto:a@b.example"')
  })
})
