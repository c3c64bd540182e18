import { englishHouseholds, englishOffices, russianHouseholds, russianOffices, type Customer } from './customers.ts'
import type { Person } from './people.ts'
import { accounts as englishAccounts } from './stories/english/accounts.ts'
import { app as englishApp } from './stories/english/app.ts'
import { billing as englishBilling } from './stories/english/billing.ts'
import { devices as englishDevices } from './stories/english/devices.ts'
import { office as englishOffice } from './stories/english/office.ts'
import { orders as englishOrders } from './stories/english/orders.ts'
import { accounts as russianAccounts } from './stories/russian/accounts.ts'
import { app as russianApp } from './stories/russian/app.ts'
import { billing as russianBilling } from './stories/russian/billing.ts'
import { devices as russianDevices } from './stories/russian/devices.ts'
import { office as russianOffice } from './stories/russian/office.ts'
import { orders as russianOrders } from './stories/russian/orders.ts'
import type { Story } from './story.ts'

/** What goes into blanks, by name. Words of one record belong together: a city, and how one says "to" it. */
export type Words = Readonly<Record<string, string>>

/** Who writes in a language, about what, and who answers. */
export type Language = {
  readonly stories: readonly Story[]
  readonly households: readonly Customer[]
  readonly offices: readonly Customer[]
  /** Who answers in it: whoever is named more often has more of it. */
  readonly desk: readonly [Person, ...Person[]]
  readonly words: readonly (readonly Words[])[]
}

const versions = [{ version: '4.2.0' }, { version: '4.2.1' }, { version: '4.3.0' }, { version: '5.0.2' }]

export const english: Language = {
  stories: [
    ...englishOrders,
    ...englishBilling,
    ...englishAccounts,
    ...englishDevices,
    ...englishOffice,
    ...englishApp,
  ],
  households: englishHouseholds,
  offices: englishOffices,
  desk: ['clara', 'clara', 'anna', 'anna', 'boris'],
  words: [
    ['Leeds', 'Malmö', 'Rotterdam', 'Porto', 'Graz', 'Galway', 'Utrecht', 'Aarhus', 'Lyon', 'Turin'].map((city) => ({
      city,
    })),
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((day) => ({ day })),
    ['€49.90', '€129.00', '€18.50', '€79.00', '€249.00', '€64.20'].map((amount) => ({ amount })),
    ['€6.00', '€9.50', '€12.00'].map((less) => ({ less })),
    versions,
  ],
}

// Boris and Dmitri answer in Russian: what the stories let the desk say about itself is in their gender.
export const russian: Language = {
  stories: [
    ...russianOrders,
    ...russianBilling,
    ...russianAccounts,
    ...russianDevices,
    ...russianOffice,
    ...russianApp,
  ],
  households: russianHouseholds,
  offices: russianOffices,
  desk: ['dmitri', 'dmitri', 'boris'],
  words: [
    [
      { city: 'Казань', inCity: 'в Казани', toCity: 'в Казань' },
      { city: 'Екатеринбург', inCity: 'в Екатеринбурге', toCity: 'в Екатеринбург' },
      { city: 'Новосибирск', inCity: 'в Новосибирске', toCity: 'в Новосибирск' },
      { city: 'Пермь', inCity: 'в Перми', toCity: 'в Пермь' },
      { city: 'Калининград', inCity: 'в Калининграде', toCity: 'в Калининград' },
      { city: 'Томск', inCity: 'в Томске', toCity: 'в Томск' },
      { city: 'Иркутск', inCity: 'в Иркутске', toCity: 'в Иркутск' },
      { city: 'Самара', inCity: 'в Самаре', toCity: 'в Самару' },
    ],
    [
      { day: 'в понедельник', since: 'понедельника' },
      { day: 'во вторник', since: 'вторника' },
      { day: 'в среду', since: 'среды' },
      { day: 'в четверг', since: 'четверга' },
      { day: 'в пятницу', since: 'пятницы' },
    ],
    ['4 990 ₽', '12 900 ₽', '1 850 ₽', '7 900 ₽', '24 900 ₽', '6 420 ₽'].map((amount) => ({ amount })),
    ['590 ₽', '900 ₽', '1 200 ₽'].map((less) => ({ less })),
    versions,
  ],
}
