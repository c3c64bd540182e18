import classes from './TagPill.module.css'

/** A tag, to be read. */
export const TagPill = ({ tag }: { readonly tag: string }) => <span className={classes['tag']}>{tag}</span>
