/** The product's mark: two sockets and the cord between them. */
export function ProductMark() {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className="size-6 shrink-0 text-accent" fill="none" stroke="currentColor">
      <rect x="1" y="1" width="22" height="22" rx="6" className="fill-accent" stroke="none" />
      <path d="M8 8v3.5a4 4 0 0 0 4 4h0a4 4 0 0 1 4 4" className="stroke-on-accent" strokeWidth="1.75" />
      <circle cx="8" cy="7" r="2.25" className="fill-accent stroke-on-accent" strokeWidth="1.75" />
      <circle cx="16" cy="17" r="2.25" className="fill-accent stroke-on-accent" strokeWidth="1.75" />
    </svg>
  )
}
