import { ChatId, UserId } from '../../src/index.ts'
import { mentionToChat } from '../say.ts'

mentionToChat({ type: 'typing', chat_id: UserId.parse(2), user_id: ChatId.parse(7) })
