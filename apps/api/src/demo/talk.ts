/** What the people of the demo desk say to each other. People are named by the first part of their address. */
type Said = readonly (readonly [who: 'anna' | 'boris' | 'clara' | 'dmitri', what: string])[]

export const groups = [
  {
    title: 'Support team',
    members: ['anna', 'boris', 'clara', 'dmitri'],
    said: [
      ['anna', 'Good morning! The 4.3 firmware goes out to everyone today, so expect questions about time zones.'],
      ['clara', 'I have a short answer ready for that one, feel free to steal it.'],
      ['dmitri', 'Спасибо! Я переведу его на русский и положу рядом.'],
      ['boris', 'I take the refunds this morning, there are nine of them.'],
      ['anna', 'Thank you. If a bank asks for proof of payment, the new export has it in one file.'],
      ['clara', 'The thermostat people from Graz called again. I promised them an answer today.'],
      ['boris', 'That one is mine, answering now.'],
    ],
  },
  {
    title: 'Firmware 4.3',
    members: ['anna', 'boris', 'dmitri'],
    said: [
      ['boris', 'Three customers at 73 % so far, all of them fine after a minute without power.'],
      ['dmitri', 'У меня ещё двое, оба на старых хабах.'],
      ['anna', 'The firmware team says that the download server is slow, not the hub. They are adding another one.'],
      ['boris', 'Good. I keep tagging them "firmware" so that we can write to all of them at once.'],
    ],
  },
] as const satisfies readonly { title: string; members: readonly string[]; said: Said }[]

export const direct = [
  {
    between: ['anna', 'boris'],
    said: [
      ['anna', 'Could you look at the double charges today? Two more came in overnight.'],
      ['boris', 'Yes. It is the payment page again: it retries without a key. I have written it up for the web team.'],
      ['anna', 'You are quick. Thank you!'],
    ],
  },
  {
    between: ['clara', 'dmitri'],
    said: [
      ['clara', 'How do you say "valve pin" in Russian? A customer and I are talking past each other.'],
      ['dmitri', 'Штифт клапана. Or hand it to me, I like valves.'],
      ['clara', 'It is yours. Good luck with the valves.'],
    ],
  },
] as const satisfies readonly { between: readonly [string, string]; said: Said }[]

/** Short talks beside a ticket; each of the tickets that have one takes the next. */
export const beside = [
  [
    ['clara', 'Has anyone seen this before?'],
    ['boris', 'Last month, same firmware. Look for the tag "firmware", there is an answer we can use.'],
  ],
  [
    ['dmitri', 'Перевозчик обещает ответ до вечера.'],
    ['anna', 'If they do not answer, send a new one. We have enough in stock.'],
  ],
  [
    ['boris', 'The customer called as well. I told them that we answer in writing today.'],
    ['clara', 'On it.'],
  ],
  [
    ['anna', 'Please be generous with this one, it is the second time.'],
    ['dmitri', 'Сделаю.'],
  ],
] as const satisfies readonly Said[]
