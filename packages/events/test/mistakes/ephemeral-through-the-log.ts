import { ChatId, UserId } from '../../src/index.ts'
import { sayToChat } from '../say.ts'

sayToChat({ type: 'typing', chat_id: ChatId.parse(7), user_id: UserId.parse(2) })
