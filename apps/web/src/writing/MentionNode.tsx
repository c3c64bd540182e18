import { UserId } from '@livedesk/events'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { MentionedPerson } from './MentionedPerson.tsx'

/** A mention while it is being written. */
export const MentionNode = ({ node }: NodeViewProps) => {
  const { data: id } = UserId.safeParse(node.attrs['user_id'])
  return <NodeViewWrapper as="span">{id !== undefined && <MentionedPerson id={id} />}</NodeViewWrapper>
}
