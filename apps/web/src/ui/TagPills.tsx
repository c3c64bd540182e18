import { TagPill } from './TagPill.tsx'
import classes from './TagPill.module.css'

/** A ticket's tags in one line: what has no room fades out. */
export const TagPills = ({ tags }: { readonly tags: readonly string[] }) => (
  <span className={classes['line']}>
    {tags.map((tag) => (
      <TagPill key={tag} tag={tag} />
    ))}
  </span>
)
