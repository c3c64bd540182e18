import { UserId } from '../../src/index.ts'
import { mentionToChat } from '../say.ts'

mentionToChat({ type: 'typing', chat_id: 7, user_id: UserId.parse(2) })
