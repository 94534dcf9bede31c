/** One message → its element. Drawing anew into the same element is how an edit in place works. */

import { h, spoken } from "./dom.js";
import { icon } from "./icons.js";
import { focusPlace, glowChanges, inlineKeyboard, restoreFocus } from "./keyboard.js";
import { enliven } from "./links.js";
import { documentLink, photo, voice } from "./media.js";
import { richBlocks } from "./rich.js";
import { roundButton } from "./widgets.js";
import { clock, fullTime, isoTime } from "./times.js";

/**
 * Makes the element of a message. `actions`: {botName, press(message, button) → Promise, say(text), toast(text),
 * reply(message), find(id) → message or undefined, show(id)}.
 */
export function messageNode(message, actions) {
  const node = h("div", {
    dataset: { message: message.id, testid: "message", from: message.from_bot ? "bot" : "person" },
  });
  drawMessage(node, message, actions);
  return node;
}

/**
 * Draws the message's present state into its element; the focus stays on the same place of the keyboard. `before`: the
 * state it had, if the difference shall glow.
 */
export function drawMessage(node, message, actions, before = null) {
  const place = focusPlace(node.querySelector(".keys"));
  const own = { ...actions, press: (button) => actions.press(message, button) };
  const keys = inlineKeyboard(message.buttons, own);
  const bubble = h(
    "div",
    { class: bubbleClass(message, before && !sameContent(before, message)) },
    ...contents(message, own),
    replyButton(message, actions),
  );
  node.replaceChildren(bubble, ...(keys ? [keys] : []));
  node.classList.add("message");
  node.classList.toggle("mine", !message.from_bot);
  node.classList.toggle("with-keys", Boolean(keys));
  if (before && keys) glowChanges(keys, before.buttons, message.buttons);
  restoreFocus(keys, place);
}

const sameContent = (one, other) =>
  ["html", "photo", "document", "voice", "rich"].every(
    (part) => JSON.stringify(one[part]) === JSON.stringify(other[part]),
  );

function bubbleClass(message, changed) {
  const withPhoto = message.photo ? (message.html ? "with-photo" : "with-photo photo-only") : "";
  return ["bubble", withPhoto, message.protect && "protected", changed && "changed"]
    .filter(Boolean)
    .join(" ");
}

function contents(message, actions) {
  return [
    spoken(message.from_bot ? "Бот: " : "Вы: "),
    message.forwarded && h("div", { class: "forwarded" }, "Переслано"),
    quotation(message, actions),
    message.photo && photo(message.photo, message.text),
    message.document && documentLink(message.document),
    message.voice && voice(message.voice),
    message.rich && richBlocks(message.rich, actions),
    words(message, actions),
    message.reaction?.length > 0 &&
      h("span", { class: "reaction", title: "Реакция" }, message.reaction.join(" ")),
  ].filter(Boolean);
}

function words(message, actions) {
  const text = h("div", { class: "text", dataset: { testid: "text" } });
  // The only innerHTML of the page: the server makes `html` of entities, with everything else escaped.
  if (!message.rich) text.innerHTML = message.html ?? "";
  enliven(text, { botName: actions.botName, onCommand: actions.say });
  text.append(meta(message));
  return text;
}

const mark = (name, words) => h("span", { title: words, role: "img", aria: { label: words } }, icon(name));

function meta(message) {
  const { date, edit_date: edited } = message;
  return h(
    "span",
    { class: "meta", dataset: { testid: "meta" } },
    message.pinned && mark("pin", "Закреплено"),
    message.silent && mark("silent", "Без звука"),
    message.protect && mark("protect", "Пересылать и сохранять нельзя"),
    edited && h("span", { title: fullTime(edited) }, "изменено"),
    h("time", { datetime: isoTime(date), title: fullTime(date) }, clock(date)),
    !message.from_bot && mark("check", "Отправлено"),
  );
}

function quotation(message, actions) {
  const id = message.reply_to;
  if (!id) return null;
  const source = actions.find(id);
  return h(
    "button",
    { class: "quote", type: "button", onclick: () => actions.show(id) },
    source ? summary(source) : "Сообщение",
  );
}

/** A message in one line: for quotations and for the strip over the message box. */
export function summary(message) {
  if (message.text) return message.text;
  if (message.photo) return "Фотография";
  if (message.document) return message.document.file_name || "Файл";
  return message.voice ? "Голосовое сообщение" : "Сообщение";
}

/** Not a stop of Tab: hundreds of messages would stand between the keyboard's user and the message box. */
const replyButton = (message, actions) =>
  roundButton("reply", "Ответить", () => actions.reply(message), { class: "reply", tabindex: "-1" });
