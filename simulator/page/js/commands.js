/** The list of the bot's commands: opened by «Меню» or by typing «/». */

import { h } from "./dom.js";

export class CommandMenu {
  /** `load()` resolves to [{command, description}], `choose(text)` gets «/command». */
  constructor(id, load, choose) {
    this.load = load;
    this.choose = choose;
    this.commands = [];
    this.active = -1;
    this.asked = 0;
    this.node = h("div", {
      class: "popover wide",
      role: "listbox",
      id,
      hidden: true,
      aria: { label: "Команды бота" },
      dataset: { testid: "commands" },
    });
  }

  get open() {
    return !this.node.hidden;
  }

  /** Shows the commands that begin with `prefix` (without the slash). */
  async show(prefix = "") {
    const asked = ++this.asked;
    this.commands = await this.load().catch(() => []);
    // Closed meanwhile, as by Enter, or asked for anew: what comes late must not open it.
    if (asked !== this.asked) return 0;
    const fitting = this.commands.filter(({ command }) => command.startsWith(prefix));
    this.active = -1;
    this.node.replaceChildren(...fitting.map((command, index) => this.#option(command, index)));
    this.node.hidden = fitting.length === 0;
    return fitting.length;
  }

  close() {
    this.asked += 1;
    this.node.hidden = true;
    this.active = -1;
  }

  /** Moves the choice by arrows; returns the id of the chosen option for aria-activedescendant. */
  move(step) {
    const options = [...this.node.children];
    this.active = (this.active + step + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    options[this.active].scrollIntoView({ block: "nearest" });
    return options[this.active].id;
  }

  /** Takes the option chosen by arrows, if there is one. */
  take() {
    const option = this.node.children[this.active];
    option?.click();
    return Boolean(option);
  }

  #option({ command, description }, index) {
    return h(
      "button",
      {
        class: "option",
        type: "button",
        role: "option",
        tabindex: "-1",
        id: `${this.node.id}-${index}`,
        aria: { selected: "false" },
        onclick: () => {
          this.close();
          this.choose(`/${command}`);
        },
      },
      h("span", { class: "slash" }, `/${command}`),
      h("span", { class: "about" }, description),
    );
  }
}
