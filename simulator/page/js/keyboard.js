/** Inline keyboards under a message and the reply keyboard over the message box. */

import { h, spoken } from "./dom.js";
import { icon } from "./icons.js";
import { isSafe, startCommand } from "./links.js";

const STYLES = new Set(["success", "danger", "primary"]);
const CROWDED = 5;
/** Telegram's own patience with a bot that never answers is about this long. */
const PATIENCE = 15_000;

const style = (button) => (STYLES.has(button.style) ? button.style : "");

const rows = (buttons, make) =>
  buttons.map((row) => h("div", { class: `row${row.length >= CROWDED ? " crowded" : ""}` }, row.map(make)));

/** The keyboard under a bubble; `actions`: {botName, press(button) → Promise, say(text), toast(text)}. */
export function inlineKeyboard(buttons, actions) {
  if (!buttons?.length) return null;
  return h(
    "div",
    { class: "keys", role: "group", aria: { label: "Кнопки сообщения" } },
    rows(buttons, (button) => inlineButton(button, actions)),
  );
}

/** Lets the keys glow whose words or style differ from what stood `before` in the same place. */
export function glowChanges(keys, before, buttons) {
  const looks = (button) => button && button.text + style(button);
  buttons.forEach((row, y) =>
    row.forEach((button, x) => {
      if (looks(before?.[y]?.[x]) !== looks(button)) keys.children[y].children[x].classList.add("changed");
    }),
  );
}

export function inlineButton(button, actions) {
  const props = {
    class: `key ${style(button)}`,
    title: button.text,
    dataset: { testid: "key", style: style(button) || "plain" },
  };
  const label = h("span", { class: "label" }, button.text);
  const command = button.url && startCommand(button.url, actions.botName);
  if (command) return h("button", { ...props, type: "button", onclick: () => actions.say(command) }, label);
  if (button.url) return linkButton(button.url, props, label);
  if (button.copy) return copyButton(button.copy, props, label, actions);
  return h(
    "button",
    { ...props, type: "button", onclick: (event) => pressOnce(event.currentTarget, button, actions) },
    label,
  );
}

const linkButton = (url, props, label) =>
  h(
    "a",
    { ...props, href: isSafe(url) ? url : null, target: "_blank", rel: "noopener noreferrer" },
    label,
    icon("link", "corner"),
    spoken(" (ссылка)"),
  );

function copyButton(text, props, label, actions) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => actions.toast("Скопировано"),
      () => actions.toast(text),
    );
  return h("button", { ...props, type: "button", onclick: copy }, label, icon("copy", "corner"));
}

/** The wheel turns until the bot answers (see `settle`); a second tap meanwhile is not swallowed, as in Telegram. */
function pressOnce(key, button, actions) {
  turn(key, true);
  setTimeout(() => turn(key, false), PATIENCE);
  actions.press(button).catch((error) => {
    turn(key, false);
    actions.toast(error.message);
  });
}

function turn(key, waiting) {
  key.classList.toggle("waiting", waiting);
  key.ariaBusy = waiting ? "true" : null;
}

/** The bot has answered: every waiting button of the message `node` comes to rest. */
export const settle = (node) => node.querySelectorAll(".key.waiting").forEach((key) => turn(key, false));

/** Where the focus stands in a keyboard, so that an edit in place can put it back: [row, column] or null. */
export function focusPlace(keys) {
  const key = keys?.contains(document.activeElement) ? document.activeElement : null;
  if (!key) return null;
  return [[...keys.children].indexOf(key.parentElement), [...key.parentElement.children].indexOf(key)];
}

export function restoreFocus(keys, place) {
  if (!place || !keys) return;
  const row = keys.children[Math.min(place[0], keys.children.length - 1)];
  row?.children[Math.min(place[1], row.children.length - 1)]?.focus({ preventScroll: true });
}

/** The person's own keyboard that a bot may lay over the message box. */
export const replyKeyboard = (keyboard, say) =>
  h(
    "div",
    {
      class: "reply-keys",
      role: "group",
      aria: { label: "Клавиатура бота" },
      dataset: { testid: "reply-keys" },
    },
    rows(keyboard, (button) =>
      h(
        "button",
        { class: `key ${style(button)}`, type: "button", onclick: () => say(button.text) },
        h("span", { class: "label" }, button.text),
      ),
    ),
  );
