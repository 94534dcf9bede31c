/** The header of a phone: the bot, who holds the phone, what the bot is doing, and a small menu. */

import { h, onOutside } from "./dom.js";
import { icon } from "./icons.js";
import { menuItem, roundButton } from "./widgets.js";
import { fullName, initials, personaTitle } from "./words.js";

/** Telegram shows an action for five seconds unless the bot repeats it. */
const ACTION_MILLISECONDS = 5000;
const HUES = 6;
const ACTIONS = {
  typing: "печатает",
  upload_photo: "отправляет фото",
  upload_document: "отправляет файл",
  upload_voice: "отправляет голосовое",
  record_voice: "записывает голосовое",
};

/** The colour by which a person is told from the others on the page; neighbours always differ. */
export const hue = (person) => `hue-${person.place % HUES}`;

/** Returns {node, showAction(action | null), setBlocked(boolean)}; `actions`: {block(boolean), hide()}. */
export function phoneHead(bot, person, actions) {
  const typing = h("span", { class: "typing", role: "status", dataset: { testid: "typing" } });
  const menu = phoneMenu(actions);
  const node = h(
    "header",
    { class: "phone-head" },
    h("span", { class: `avatar ${hue(person)}`, aria: { hidden: "true" } }, initials(bot.name)),
    h(
      "div",
      { class: "who", title: `${personaTitle(person)} · ${fullName(person)}` },
      h("h2", { dataset: { testid: "bot-name" } }, bot.name, " ", typing),
      persona(person),
    ),
    menu.button,
    menu.node,
  );
  return { node, showAction: actionShower(typing), setBlocked: menu.setBlocked };
}

function persona(person) {
  const [title, name] = [personaTitle(person), fullName(person)];
  const holder = h("span", { class: "persona" }, title);
  return h("p", { dataset: { testid: "persona" } }, holder, name !== title && ` · ${name}`);
}

function actionShower(typing) {
  let timer = null;
  return function showAction(action) {
    clearTimeout(timer);
    const words = action ? [ACTIONS[action] ?? ACTIONS.typing, h("i"), h("i"), h("i")] : [];
    typing.replaceChildren(...words);
    if (action) timer = setTimeout(() => showAction(null), ACTION_MILLISECONDS);
  };
}

function phoneMenu(actions) {
  let blocked = false;
  const close = () => {
    node.hidden = true;
  };
  const doing = (action) => () => {
    close();
    action();
  };
  const block = menuItem(
    "block",
    "",
    "toggle-block",
    doing(() => actions.block(!blocked)),
  );
  const hide = menuItem("hide", "Убрать телефон", "hide-phone", doing(actions.hide));
  const onkeydown = (event) => {
    if (event.key !== "Escape") return;
    close();
    button.focus();
  };
  const node = h("div", { class: "popover below", hidden: true, onkeydown }, block, hide);
  const toggle = () => {
    node.hidden = !node.hidden;
  };
  const button = roundButton("dots", "Действия с телефоном", toggle, { testid: "phone-menu" });
  onOutside([node, button], close);

  function setBlocked(now) {
    blocked = Boolean(now);
    block.replaceChildren(icon("block"), blocked ? "Разблокировать бота" : "Заблокировать бота");
  }

  return { node, button, setBlocked };
}
