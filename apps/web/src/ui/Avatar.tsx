import classes from './Avatar.module.css'
import { avatarHue, initials } from './initials.ts'

type Props = {
  readonly name: string
  /** What the colour is drawn from, where the name is not enough to tell people apart. */
  readonly seed?: string
  readonly size?: 'small' | 'medium' | 'large'
  /** Whether the person is at the desk now; left out where that is not known. */
  readonly online?: boolean
  /** Whether they are there, but have touched nothing for a while. */
  readonly away?: boolean
}

/** A person at a glance. Decoration: it always stands beside the name, or inside something that is named. */
export const Avatar = ({ name, seed = name, size = 'medium', online = false, away = false }: Props) => (
  <span
    aria-hidden
    className={classes['avatar']}
    data-hue={avatarHue(seed)}
    data-size={size}
    data-online={online || undefined}
    data-away={away || undefined}
  >
    {initials(name)}
  </span>
)
