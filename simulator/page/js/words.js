/** Russian words that depend on a number or a moment. */

const TIME = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" });
const FULL = new Intl.DateTimeFormat("ru", { dateStyle: "long", timeStyle: "medium" });
const PLURAL = new Intl.PluralRules("ru");

/** The Bot API counts Unix seconds. */
const moment = (date) => new Date(date * 1000);

export const clock = (date) => TIME.format(moment(date));
export const isoTime = (date) => moment(date).toISOString();
export const fullTime = (date) => FULL.format(moment(date));
export const dayKey = (date) => moment(date).toDateString();

export function dayName(date) {
  const yesterday = new Date(Date.now() - 86_400_000).toDateString();
  const key = dayKey(date);
  if (key === new Date().toDateString()) return "Сегодня";
  return key === yesterday ? "Вчера" : DAY.format(moment(date));
}

const decimal = (number) => number.toLocaleString("ru", { maximumFractionDigits: 1 });

export function fileSize(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  return bytes < 1024 ** 2 ? `${decimal(bytes / 1024)} КБ` : `${decimal(bytes / 1024 ** 2)} МБ`;
}

/** plural(2, {one: "новое", few: "новых", many: "новых"}) */
export const plural = (count, forms) => forms[PLURAL.select(count)] ?? forms.many;

/** «Ольга Иванова» → «ОИ» */
export const initials = (...names) =>
  names
    .filter(Boolean)
    .map((name) => [...name][0].toUpperCase())
    .slice(0, 2)
    .join("");

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** What to call a phone: the part its holder plays, or the name where there is none. */
export const personaTitle = (person) => person.title || fullName(person);
