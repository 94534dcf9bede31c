/** Russian words that depend on a number or a name. */

const PLURAL = new Intl.PluralRules("ru");

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
