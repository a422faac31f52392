/** The picture of the start page: a gate that stands open, a path, and morning behind it. */
export function OpenGate() {
  return (
    <svg
      className="tg-hero__picture"
      viewBox="0 0 320 320"
      width="320"
      height="320"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M40 300V150a120 120 0 0 1 240 0v150z" fill="#f7d9a8" />
      <circle cx="160" cy="168" r="46" fill="#e79a5b" />
      <path d="M40 222c50-34 90-30 130-12s76 16 110-6v96H40z" fill="#7d9a7a" />
      <path d="M40 256c60-22 96-16 130-4s70 10 110-4v52H40z" fill="#4f7560" />
      <path
        d="M146 216c6 14-6 24-18 36-14 14-30 28-34 48h104c-2-18-16-30-24-46-8-14-14-26-10-38z"
        fill="#f3e3c7"
      />
      <path
        d="M40 300V150a120 120 0 0 1 240 0v150"
        fill="none"
        stroke="#17494d"
        strokeWidth="16"
        strokeLinecap="round"
      />
      <path d="M48 296V150c0-24 8-46 22-64l8 22v180z" fill="#b4573a" />
      <path d="M272 296V150c0-24-8-46-22-64l-8 22v180z" fill="#b4573a" />
      <path d="M16 304h288" stroke="#17494d" strokeWidth="8" strokeLinecap="round" />
    </svg>
  )
}
