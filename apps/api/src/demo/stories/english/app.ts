import type { Story } from '../../story.ts'

/** The app and the web page: what breaks, and what people wish for. */
export const app: readonly Story[] = [
  {
    titles: ['App {version} crashes when I open the camera', 'Camera tile closes the app'],
    tags: ['app', 'bug'],
    priority: 'urgent',
    opening: [
      'Since the update to {version} the app closes as soon as I touch the camera tile. Phone restarted, app installed anew. I use it to look after my mother and would be glad of a quick solution.',
      'When I open the camera, the app ({version}) is gone. No message. I tried on my phone and on the tablet, both are iOS. Everything else works.',
    ],
    turns: [
      'note: Reproduced on iOS with a camera name of more than 32 characters. Handed to the app team with the trace.',
      'reply: We have found it, {name}: the app cannot cope with a long camera name. Could you rename the camera to something short on the web page? Then the app will open it again. A corrected version is in review.',
      'customer: Renamed from my laptop, works. Thank you for being so quick, it matters. || "Terrace" instead of "Terrace behind the house, left side": it works. Thank you!',
      'reply: I am glad. The corrected version is in the store now, so you may give it back its proper name whenever you like.',
    ],
    aside: [
      'Can anybody crash it on Android? On iOS it takes a name of 33 characters.',
      'No, Android only cuts the name off. So iOS only.',
      'Good, I put that into the trace.',
    ],
  },
  {
    titles: ['Energy report is empty since {day}', 'Hole in the energy history of last month'],
    tags: ['app', 'reports'],
    priority: 'normal',
    opening: [
      'The energy page shows nothing after {day}. The plugs themselves show their current use. I need the figures for my landlord at the end of the month.',
      'In the energy history there are nine days with no figures at all, then it goes on. Are these lost? I compare month by month and would hate to start again.',
    ],
    turns: [
      "reply: Nothing is lost, {name}: the hub keeps 60 days by itself and sends them again when it can. May I look at your hub's log? You can allow it for one hour under Settings → Support → Share log.",
      'customer: Shared. || I have shared it, until five.',
      'note: Upload stuck on one record with a negative reading. Removed it, the rest went through.',
      'reply: One broken reading held up all that came after it. It is out of the way, and the days are being filled in. Could you check the figures in an hour?',
      'customer: All there. Great service. || Complete, down to the hour. Thank you!',
    ],
  },
  {
    titles: ['Voice assistant turns on the wrong room', '"Light in the study" lights the other study'],
    tags: ['voice', 'integration'],
    priority: 'low',
    opening: [
      'When I ask for the light in the kitchen, the lamp on the balcony comes on as well. It used to be right until I renamed a few things.',
      'When I say "light in the study", the lights in "Study Leo" go on, which is the room of my son. He finds it very funny. It began when I renamed my phone.',
    ],
    turns: [
      'reply: The assistant keeps its own list of names, and after a rename it may hold both, old and new. Could you ask it to "discover devices" and see whether a name is listed twice?',
      'customer: The balcony was listed as "kitchen outside". After the discovery it is right. || Nothing twice. But the names are very alike, I admit.',
      'reply: That was it, then. The next version of the app tells the assistant of a new name by itself. || Then it takes the newest name that begins the same way. If you call the room "Leo\'s room" instead, the two cannot be mixed up any more.',
      'customer: Good to know, thank you. || Renamed it. Leo is disappointed, I am not. Thank you!',
    ],
  },
  {
    titles: ['Every notification arrives twice', 'Two messages for each ring of the doorbell'],
    tags: ['app', 'notifications'],
    priority: 'low',
    opening: [
      'I get each message of the app twice, a second apart. My husband gets them once. We have the same phone.',
      'Since last week each ring of the doorbell gives me two messages on the phone, and two on the watch. I have only one doorbell.',
    ],
    turns: [
      'reply: Thank you, {name}. Did you perhaps change to a new phone from a backup? Then the old one may still be on the list under Settings → Devices. Could you look?',
      'customer: Yes, it is listed twice. I removed the older one and now it is once only. || There are two with the same name. Which one do I remove?',
      'reply: Exactly that. The app will tidy this up by itself in the future. || The one that was last seen longer ago. Should you take the wrong one, nothing is lost: open the app once and it comes back.',
      'customer: Thank you for the quick answer. || One ring, one message. Thanks!',
    ],
  },
  {
    titles: ['Wish: a dark mode that follows the sun', 'Please add a dark mode to the wall tablet'],
    tags: ['wish', 'app'],
    priority: 'low',
    opening: [
      'You already know when the sun sets here, my blinds go down by it. Could the app turn dark at the same time? I would love that.',
      'Our wall tablet lights up the whole corridor at night because the page is white. A dark mode, please! Otherwise we are very happy with everything.',
    ],
    turns: [
      'note: Added to the wish "dark mode": 61 people so far. Design team wants a few to try it.',
      'reply: What a good idea, and you are in good company: 61 people have asked for it. The design team is trying out a dark mode this month. Would you like to be among the first?',
      'customer: Very much so, sign me up. || Yes please! And thank you for answering a mere wish so nicely.',
      'reply: You are on the list. The invitation comes by mail within two weeks, and your wish stays tied to this letter, so I will write when everyone has it.',
    ],
  },
  {
    titles: ['Wish: export of temperatures as a table', 'Can I get the readings of my sensors into a spreadsheet?'],
    tags: ['wish', 'reports'],
    priority: 'low',
    opening: [
      'I would like to have the temperatures of our wine cellar as a table, for the insurance. At present I write them down by hand. Is an export planned?',
      'I teach physics and would love to use the sensor readings in class. Is there a way to get them into a spreadsheet?',
    ],
    turns: [
      'reply: There is one already, {name}, only well hidden: on the web page, open a sensor, choose the period, and then "···" → "Download as CSV". One row for every five minutes. Is that what you need?',
      'customer: Exactly what I need. I had looked for it in the app. || Wonderful! Two hundred students say thank you.',
      'note: Asked for the same button in the app, there are eleven wishes like this.',
    ],
  },
  {
    titles: ['Wish: let my neighbour water the plants', 'Guest access for a week only'],
    tags: ['wish', 'sharing'],
    priority: 'low',
    opening: [
      'While we are away our neighbour waters the plants. It would be great if she could open the door and switch off the alarm, but only in those two weeks and only between nine and twelve.',
      'We rent out a room now and then. I would like to give guests access that ends by itself. At the moment I must remember to take it away.',
    ],
    turns: [
      'reply: The first half of this exists: under Home → People → Guest you can set a first and a last day. Certain hours of the day are not possible yet. Would the days be enough for you?',
      'customer: The days are enough for this summer. The hours would still be nice. || Days are enough. I did not know that this existed!',
      'note: Wish for hours added to "guest access", with the neighbour as an example. Product likes it.',
      'reply: I have handed the wish on, with your example, because it is a good one. Have a lovely time!',
    ],
  },
  {
    titles: ['API answers 429 when I read 40 sensors', 'Question about the limits of the API'],
    tags: ['api', 'question'],
    priority: 'normal',
    from: 'office',
    opening: [
      'We read 40 sensors every minute through the API and get 429 for about half of them. The documentation says 60 requests per minute. What are we missing?',
      'We build a dashboard for a hospital with about 200 sensors. Before we begin: what are the limits of the API, and is there anything better than asking each sensor?',
    ],
    turns: [
      'note: Limit counts per home and not per key, the page does not say so.',
      'reply: The limit is 60 a minute for each home, whatever the number of keys, and the page should say that. There is one request for all sensors of a home, GET /v2/readings, and a stream of changes. Would the stream suit you?',
      'customer: The single request is enough, we are down to one a minute. Thank you. || The stream is exactly right for us. Is there an example?',
      'reply: You are welcome. The documentation says it clearly as of today. || There is: I have put a link to a small one in Node into your mail. It reconnects by itself and asks for what it has missed.',
    ],
  },
  {
    titles: ['Does the hub work without the internet?', 'Question before buying: a cabin without a connection'],
    tags: ['question', 'sales'],
    priority: 'low',
    opening: [
      'Our connection here in the countryside fails quite often. What still works then, and what does not? I would like to know before I order.',
      'We have a cabin without any connection. Would timers and scenes work there, and could I set everything up at home and carry it over?',
    ],
    turns: [
      'reply: Hello {name}, timers, scenes, the buttons on the wall and the alarm run on the hub itself and need no connection. Only voice and the view from afar do. You can set it up wherever you like. Is there something special that you have in mind?',
      'customer: Only the heating, mainly. That answers it, I have ordered. || The frost guard is what matters most to us. So I take it that this works.',
      'reply: Thank you! The heating does not miss the connection at all: every thermostat knows its schedule by itself. I wish you a warm winter! || It does: the frost guard sits in the thermostat itself and works even without the hub. I wish you a warm winter!',
    ],
  },
  {
    titles: ['I have had enough of this app', 'Third update, third time everything is slow'],
    tags: ['app', 'complaint'],
    priority: 'high',
    opening: [
      'I have been a customer for six years and I have had enough. Every tap takes five seconds since {version}. I do not want to hear that you value my feedback, I want the light on when I press the button.',
      'This is the third update in a row after which the app takes ages to open. I stand in the dark in my own hall. Do you ever try this on a phone that is older than a year?',
    ],
    turns: [
      'note: 3 s for the list of scenes: over 200 old ones from the trial of the robots. Can be cleaned on our side.',
      'reply: {name}, you should not have to wait for light, and I will not tell you that we value your feedback. I looked: your home holds 214 scenes that an old trial left behind, and the app reads each at the start. May I delete those? Your own 18 stay as they are.',
      'customer: Delete them. || Go ahead. I am curious whether it helps.',
      'reply: Deleted. The app should open in less than a second now. The next version no longer reads them at the start at all, so it stays that way. How is it on your phone?',
      'customer: It is fast again. Thank you for looking instead of apologising. || Under a second, on a phone from four years ago. All right. Thank you.',
    ],
  },
]
