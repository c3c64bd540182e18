import type { Person } from './people.ts'

/** Something said in a chat, in minutes of the desk before now. */
export type Spoken = readonly [ago: number, who: Person, what: string]

/** What the people of the demo desk talk about in groups. */
export const groups: readonly {
  readonly title: string
  readonly members: readonly Person[]
  readonly spoken: readonly Spoken[]
}[] = [
  {
    title: 'Support team',
    members: ['anna', 'boris', 'clara', 'dmitri'],
    spoken: [
      [2110, 'anna', 'Good morning! Firmware 4.3 goes out to everyone today, so expect questions about time zones.'],
      [2102, 'clara', 'I have written a short answer for that one, feel free to use it.'],
      [2096, 'dmitri', 'Thank you! I will put a Russian one beside it.'],
      [
        1490,
        'boris',
        'Carrier news: parcels to Казань and Самара are two days late this week. Please promise accordingly.',
      ],
      [1483, 'dmitri', 'Понял, спасибо. Предупредил тех, кто ждёт к выходным.'],
      [1420, 'anna', 'Well spotted, both of you. I have told the shop to say so at the checkout.'],
      [810, 'clara', 'The bakery with the blank labels sent a photo of the drawing on their printer. It made my day.'],
      [801, 'boris', 'Lovely. That is the third one that the drawing has helped.'],
      [795, 'anna', 'If it comes up again we put that drawing into the box. Who can ask purchasing?'],
      [788, 'clara', 'I will.'],
      [96, 'anna', 'Unassigned is growing a little. Could everyone take two before lunch, oldest first?'],
      [91, 'boris', 'Taking two.'],
      [88, 'dmitri', 'Беру два русских.'],
      [38, 'clara', 'Two taken. Purchasing says yes to the drawing, from next month on.'],
    ],
  },
  {
    title: 'Firmware 4.3',
    members: ['anna', 'boris', 'dmitri'],
    spoken: [
      [1700, 'boris', 'Three customers stuck at 73 % so far, all of them fine after a minute without power.'],
      [1694, 'dmitri', 'У меня ещё двое, оба на старых хабах.'],
      [
        1650,
        'anna',
        'The firmware team says that it is the download server, not the hub. They are adding another one.',
      ],
      [1641, 'boris', 'Good. I tag them all "firmware" so that we can write to everyone at once.'],
      [620, 'anna', 'The new server is up. If anybody hangs from now on, please send me the serial.'],
      [215, 'dmitri', 'За вчера ни одного. Похоже, всё.'],
      [52, 'boris', 'None here either. Shall I write to everyone with the tag this afternoon?'],
    ],
  },
]

/** What they talk about in twos. */
export const directs: readonly { readonly between: readonly [Person, Person]; readonly spoken: readonly Spoken[] }[] = [
  {
    between: ['anna', 'boris'],
    spoken: [
      [1330, 'anna', 'Could you look at the double charges today? Two more came in overnight.'],
      [1312, 'boris', 'Yes. It is the payment page again, it tries twice. I have written it up for the web team.'],
      [1309, 'anna', 'You are quick. Thank you!'],
      [64, 'boris', 'The web team has a fix in testing. I would keep the tag until it is live.'],
      [22, 'boris', 'And could you take over the quote for the guest houses on Thursday? I am at the dentist.'],
    ],
  },
  {
    between: ['clara', 'dmitri'],
    spoken: [
      [1010, 'clara', 'How do you say "valve pin" in Russian? A customer and I are talking past each other.'],
      [1004, 'dmitri', 'Штифт клапана. Or hand it to me, I like valves.'],
      [1001, 'clara', 'It is yours. Good luck with the valves!'],
      [140, 'dmitri', 'The valve moves again. Thank you for the trust.'],
    ],
  },
  {
    between: ['boris', 'dmitri'],
    spoken: [
      [730, 'boris', 'Дима, посмотришь мой ответ про сертификат? Хочу, чтобы было понятно без слова «сертификат».'],
      [722, 'dmitri', 'Напиши «пропуск, у которого вышел срок». Так понимают все.'],
      [719, 'boris', 'Отлично, забираю в шаблон.'],
      [31, 'dmitri', 'Сегодня до семи. Если будут звонки по кассам после, переведи на меня завтра с утра.'],
    ],
  },
  {
    between: ['anna', 'clara'],
    spoken: [
      [
        460,
        'clara',
        'I would like to try writing to the customers of the smoke detector batch before they write to us.',
      ],
      [452, 'anna', 'I like that very much. How many are there?'],
      [447, 'clara', 'Sixty-one. I have a draft, may I send it to you?'],
      [441, 'anna', 'Please do, I read it today.'],
      [35, 'clara', 'It is in your mail. No hurry, but the nights are getting cold.'],
      [12, 'anna', 'Read it: short, warm and clear. Please send it to all sixty-one.'],
    ],
  },
]
