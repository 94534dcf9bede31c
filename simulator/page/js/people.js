/** «Добавить телефон»: bring back one that was put away, or give a phone to a new person. */

import * as api from "./api.js";
import { h } from "./dom.js";
import { hue } from "./head.js";
import { wordButton } from "./widgets.js";
import { fullName, initials, personaTitle } from "./words.js";

/** `hidden`: people without a phone on the page; `show(person)` puts one there. */
export function addPhoneDialog(hidden, show) {
  const showAndClose = (person) => {
    dialog.close();
    show(person);
  };
  const props = {
    class: "sheet-dialog",
    aria: { labelledby: "add-phone-title" },
    dataset: { testid: "add-phone-dialog" },
    onclose: () => dialog.remove(),
  };
  const dialog = h(
    "dialog",
    props,
    h("h2", { id: "add-phone-title" }, "Добавить телефон"),
    hidden.length > 0 && h("h3", {}, "Убранные телефоны"),
    hidden.map((person) => hiddenPhone(person, showAndClose)),
    hidden.length > 0 && h("h3", {}, "Новый человек"),
    newPersonForm(showAndClose, () => dialog.close()),
  );
  document.body.append(dialog);
  dialog.showModal();
}

function hiddenPhone(person, choose) {
  const avatar = h("span", { class: `avatar ${hue(person)}` }, initials(person.first_name, person.last_name));
  const name = person.title && h("span", { class: "about" }, fullName(person));
  return wordButton([avatar, personaTitle(person), name], "option", `show-${person.id}`, () =>
    choose(person),
  );
}

function newPersonForm(added, cancel) {
  const problem = h("p", { class: "bar-answer", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    try {
      added(await api.addPerson(Object.fromEntries(new FormData(form))));
    } catch (error) {
      problem.textContent = error.message;
    }
  };
  const form = h(
    "form",
    { onsubmit: submit },
    field("first_name", "Имя", { required: true }),
    field("last_name", "Фамилия"),
    field("title", "Кто это", { placeholder: "Родитель" }),
    problem,
    h(
      "div",
      { class: "actions" },
      wordButton("Отмена", "pill quiet", "cancel", cancel),
      h("button", { class: "pill solid", dataset: { testid: "new-person" } }, "Добавить"),
    ),
  );
  return form;
}

const field = (name, label, options = {}) => {
  const input = h("input", { name, autocomplete: "off", maxlength: "64", ...options });
  return h("label", {}, label, input);
};
