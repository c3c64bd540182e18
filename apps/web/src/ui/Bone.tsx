import classes from './Bone.module.css'

type Props = { readonly width?: number | string; readonly height?: number; readonly round?: boolean }

/** One bar of a skeleton. */
export const Bone = ({ width = '100%', height = 10, round = false }: Props) => (
  <span aria-hidden className={classes['bone']} data-round={round || undefined} style={{ width, height }} />
)
