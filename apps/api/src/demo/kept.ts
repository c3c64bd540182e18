import type { CannedReply } from '@livedesk/events'
import type { Person } from './people.ts'

type Kept = Pick<CannedReply, 'name' | 'body'> & {
  readonly changes: Omit<CannedReply['changes'], 'team_id'>
  /** Gives the ticket to a team. */
  readonly to?: string
  /** Whose it is; the desk's if nobody's. */
  readonly owner?: Person
}

/** What the people of the demo desk have written once and send often, and what they do often. */
export const demoCanned: readonly Kept[] = [
  {
    name: 'Ask for a photo',
    body: 'Dear {{requester.first_name}},\n\ncould you send us a photo of it, and one of the label on the back? Then we can tell at once what it needs.\n\nKind regards\n{{agent.first_name}}',
    changes: { status: 'waiting' },
  },
  {
    name: 'Parcel is on its way',
    body: 'Dear {{requester.first_name}},\n\nyour parcel left us today. You can follow it here: {{gap}}\n\nKind regards\n{{agent.first_name}}',
    changes: { status: 'resolved' },
  },
  {
    name: 'Refund confirmed',
    body: 'Dear {{requester.first_name}},\n\nwe have sent {{gap}} back today. It is with your bank within five working days. Should it not be there by then, answer to this message (ticket {{ticket.id}}).\n\nKind regards\n{{agent.name}}',
    changes: { status: 'resolved', add_tags: ['refund'] },
  },
  {
    name: 'Hand over to technical help',
    body: '',
    changes: { status: 'in_progress', add_tags: ['second-line'] },
    to: 'Technical help',
  },
  {
    name: 'Попросить фото',
    body: 'Здравствуйте, {{requester.first_name}}!\n\nПришлите, пожалуйста, фото устройства и наклейки на его обратной стороне: так мы сразу поймём, в чём дело.\n\nС уважением,\n{{agent.first_name}}',
    changes: { status: 'waiting' },
  },
  {
    name: 'Возврат оформлен',
    body: 'Здравствуйте, {{requester.first_name}}!\n\nСегодня мы отправили вам {{gap}}. Деньги придут в течение пяти рабочих дней. Если этого не случится, ответьте на это письмо (тикет {{ticket.id}}).\n\nС уважением,\n{{agent.name}}',
    changes: { status: 'resolved', add_tags: ['refund'] },
  },
  {
    name: 'Срочно в техподдержку',
    body: '',
    changes: { priority: 'high', add_tags: ['second-line'] },
    to: 'Technical help',
  },
  {
    name: 'Thanks, and a good weekend',
    body: 'You are welcome, {{requester.first_name}}. Have a good weekend!\n\n{{agent.first_name}}',
    changes: { status: 'resolved' },
    owner: 'anna',
  },
  {
    name: 'Спасибо за терпение',
    body: '{{requester.first_name}}, спасибо за терпение! Вернусь с ответом до {{gap}}.\n\n{{agent.first_name}}',
    changes: {},
    owner: 'boris',
  },
  {
    name: 'Two quick checks',
    body: 'Dear {{requester.first_name}},\n\ntwo quick checks first: which version does the app show under Settings, and is the lamp on the hub green or blue?\n\n{{agent.first_name}}',
    changes: { status: 'waiting' },
    owner: 'clara',
  },
  {
    name: 'Взять себе и повысить приоритет',
    body: '',
    changes: { priority: 'high', status: 'in_progress' },
    owner: 'dmitri',
  },
]

/** Lists that they have given a name: `team` is put in once the teams have their numbers. */
export const demoViews: readonly {
  readonly name: string
  readonly query: string
  readonly team?: string
  readonly owner: Person
  readonly shared: boolean
}[] = [
  { name: 'Urgent and high', query: 'view=open&priority=high,urgent&sort=-priority', owner: 'anna', shared: true },
  { name: 'Money: orders and billing', query: 'view=open', team: 'Orders and billing', owner: 'anna', shared: true },
  { name: 'Техника: ничьи', query: 'view=unassigned', team: 'Technical help', owner: 'dmitri', shared: true },
  { name: 'Silent for a week', query: 'view=waiting&updated=before-7d&sort=updated_at', owner: 'anna', shared: false },
  { name: 'Мои срочные', query: 'view=mine&priority=high,urgent', owner: 'boris', shared: false },
  { name: 'My printers', query: 'view=mine&tag=printer', owner: 'clara', shared: false },
  { name: 'Мои доставки', query: 'view=mine&tag=delivery', owner: 'dmitri', shared: false },
]
