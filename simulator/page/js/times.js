/** Moments as a phone shows them, by the simulator's clock: its «today» need not be the real one. */

const DAY_MS = 86_400_000;

let ahead = 0;
let formats = formatsIn(undefined);

function formatsIn(timeZone) {
  const format = (options) => new Intl.DateTimeFormat("ru", { timeZone, ...options });
  return {
    time: format({ hour: "2-digit", minute: "2-digit" }),
    day: format({ day: "numeric", month: "long" }),
    full: format({ dateStyle: "long", timeStyle: "medium" }),
    key: format({ dateStyle: "short" }),
  };
}

/** What the simulator says of its clock; an empty zone is that of the looker. */
export function setClock({ now, zone }) {
  ahead = now * 1000 - Date.now();
  formats = formatsIn(zone || undefined);
}

/** The Bot API counts Unix seconds. */
const moment = (date) => new Date(date * 1000);

export const clock = (date) => formats.time.format(moment(date));
export const isoTime = (date) => moment(date).toISOString();
export const fullTime = (date) => formats.full.format(moment(date));
export const dayKey = (date) => formats.key.format(moment(date));

export function dayName(date) {
  // A message from what we hold for the future: the simulator's clock was moved on since we asked.
  ahead = Math.max(ahead, date * 1000 - Date.now());
  const now = Date.now() + ahead;
  const key = dayKey(date);
  if (key === formats.key.format(now)) return "Сегодня";
  return key === formats.key.format(now - DAY_MS) ? "Вчера" : formats.day.format(moment(date));
}
