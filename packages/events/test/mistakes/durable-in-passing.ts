import { ChatId, UserId } from '../../src/index.ts'
import { mentionToChat } from '../say.ts'

mentionToChat({
  type: 'chat_member_removed',
  chat_id: ChatId.parse(7),
  user_id: UserId.parse(2),
  removed_by: UserId.parse(1),
})
