/** What the simulator's owner put on the bar: buttons in groups, and statuses that are asked every few seconds. */

import * as api from "./api.js";
import { h } from "./dom.js";
import { wordButton } from "./widgets.js";

const POLL_MILLISECONDS = 5000;
const ANSWER_MILLISECONDS = 8000;

export class Controls {
  constructor() {
    this.statuses = h("div", { class: "bar-status" });
    this.buttons = h("div", { class: "controls", id: "controls" });
    this.answer = h("div", { class: "bar-answer", role: "status", dataset: { testid: "bar-answer" } });
    this.drawn = "";
    this.polled = [];
    setInterval(() => this.#poll(), POLL_MILLISECONDS);
  }

  /** `controls`: [{label, group, kind}]; their place in the list is their number at the simulator. */
  update(controls) {
    const now = JSON.stringify(controls);
    if (now !== this.drawn) this.#draw(controls.map((control, index) => ({ ...control, index })));
    this.drawn = now;
    this.#poll();
  }

  #draw(controls) {
    const statuses = controls.filter(({ kind }) => kind === "status");
    this.polled = statuses.map(({ label, index }) => {
      const props = { class: "status", title: label, dataset: { testid: `control-${index}` } };
      return { index, node: h("span", props) };
    });
    this.statuses.replaceChildren(...this.polled.map(({ node }) => node));
    const buttons = controls.filter(({ kind }) => kind !== "status");
    const groups = Map.groupBy(buttons, ({ group }) => group ?? "");
    this.buttons.replaceChildren(...[...groups].map(([name, members]) => this.#group(name, members)));
  }

  #group(name, members) {
    const title = name && h("span", { class: "group-name", aria: { hidden: "true" } }, name);
    const props = { class: "control-group", role: "group", aria: { label: name || "Управление" } };
    return h(
      "div",
      props,
      title,
      members.map((control) => this.#button(control)),
    );
  }

  #button({ label, index }) {
    const button = wordButton(label, "pill", `control-${index}`, () => this.#press(button, index));
    return button;
  }

  async #press(button, index) {
    button.disabled = true;
    const answer = await api.pressControl(index).catch((error) => ({ text: error.message }));
    button.disabled = false;
    this.#say(answer?.text ?? "");
    this.#poll();
  }

  #say(text) {
    clearTimeout(this.timer);
    this.answer.textContent = text;
    if (text) this.timer = setTimeout(() => this.#say(""), ANSWER_MILLISECONDS);
  }

  /** A status that cannot be read now keeps its last words: the wire's own mark tells of the trouble. */
  async #poll() {
    const read = async ({ index, node }) => {
      const answer = await api.readControl(index).catch(() => null);
      if (answer?.text !== undefined) node.textContent = answer.text;
    };
    await Promise.all(this.polled.map(read));
  }
}
