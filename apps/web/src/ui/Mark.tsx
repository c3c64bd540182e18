/** Livedesk's mark. Decoration: the name stands beside it, or the page is named. */
export const Mark = ({ size }: { readonly size: number }) => (
  <svg aria-hidden viewBox="0 0 32 32" width={size} height={size}>
    <rect width="32" height="32" rx="8" fill="var(--mantine-color-ink-6)" />
    <path
      d="M10 8v15.5h8.5"
      fill="none"
      stroke="#fff"
      strokeWidth="3.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <circle cx="21.5" cy="11.5" r="3.75" fill="#fff" />
  </svg>
)
