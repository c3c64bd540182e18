import type { Ticket } from '@livedesk/events'
import { useTranslation } from 'react-i18next'
import { Field } from './Field.tsx'
import { LinkedTicket } from './LinkedTicket.tsx'
import classes from './LinksField.module.css'
import { LinkPicker } from './LinkPicker.tsx'
import type { useLinkTickets } from './use-link-tickets.ts'

type Props = { readonly ticket: Ticket; readonly links: ReturnType<typeof useLinkTickets> }

/** What a ticket has to do with others, and the duplicates that were merged into it. */
export const LinksField = ({ ticket, links: { link, unlink, merge, unmerge } }: Props) => {
  const { t } = useTranslation('ticket')

  return (
    <Field label={t('links.label')} aside={<LinkPicker ticket={ticket} onLink={link} onMerge={merge} />}>
      {ticket.links.length + ticket.took_in.length > 0 && (
        <ul className={classes['links']}>
          {ticket.took_in.map((id) => (
            <LinkedTicket
              key={id}
              ticketId={id}
              kind="took_in"
              remove={t('links.takeOut', { id })}
              onRemove={() => unmerge(id)}
            />
          ))}
          {ticket.links.map(({ kind, ticket_id: id }) => (
            <LinkedTicket
              key={id}
              ticketId={id}
              kind={kind}
              remove={t('links.unlink', { id })}
              onRemove={() => unlink(id)}
            />
          ))}
        </ul>
      )}
    </Field>
  )
}
