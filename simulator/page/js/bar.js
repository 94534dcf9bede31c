/** The simulator's bar: the wire's state, the controls, «добавить телефон». */

import { Controls } from "./controls.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { wordButton } from "./widgets.js";

export class Bar {
  /** Fills `node`; `onAdd` opens the dialog of phones. */
  constructor(node, { onAdd }) {
    this.node = node;
    this.name = h("h1", {}, "Телефоны");
    this.connection = h("span", { class: "connection", role: "status", dataset: { testid: "connection" } });
    this.controls = new Controls();
    this.toggle = wordButton([icon("controls"), "Пульт"], "pill quiet bar-toggle", "bar-toggle", () =>
      this.#toggle(),
    );
    this.toggle.setAttribute("aria-controls", this.controls.buttons.id);
    this.#open(false);
    const label = h("span", { class: "label" }, "Добавить телефон");
    const add = wordButton([icon("add"), label], "pill quiet add-phone", "add-phone", onAdd);
    const logo = h("img", { src: "/page/favicon.svg", alt: "" });
    node.append(
      h("div", { class: "brand" }, logo, this.name, this.connection),
      this.controls.statuses,
      this.controls.buttons,
      this.controls.answer,
      h("div", { class: "bar-tools" }, this.toggle, add),
    );
  }

  setConnected(connected) {
    this.connection.textContent = connected ? "на связи" : "нет связи, подключаюсь…";
    this.connection.classList.toggle("lost", !connected);
  }

  update(bot, controls) {
    this.name.textContent = bot.name;
    document.title = `${bot.name}: телефоны`;
    this.controls.update(controls);
    this.toggle.hidden = this.controls.buttons.childElementCount === 0;
  }

  /** On a small screen the controls lie behind «Пульт». */
  #toggle() {
    this.#open(!this.node.classList.contains("open"));
  }

  #open(open) {
    this.node.classList.toggle("open", open);
    this.toggle.setAttribute("aria-expanded", String(open));
  }
}
