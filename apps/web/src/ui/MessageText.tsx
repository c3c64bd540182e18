import classes from './MessageText.module.css'
import { splitLinks } from './split-links.ts'

/** What someone wrote, as they wrote it; addresses in it can be followed. */
export const MessageText = ({ body }: { readonly body: string }) => (
  <div className={classes['text']}>
    {splitLinks(body).map(({ at, text, href }) =>
      href === undefined ? (
        text
      ) : (
        <a key={at} href={href} target="_blank" rel="noreferrer noopener">
          {text}
        </a>
      ),
    )}
  </div>
)
