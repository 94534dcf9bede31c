/** The tabs of a small screen: one phone at a time, the others show how much is new. */

import { h, spoken } from "./dom.js";
import { personaTitle, plural } from "./words.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

export class Tabs {
  /** `onChoose(phone)` hears which phone has come to the front. */
  constructor(node, onChoose) {
    this.node = node;
    this.onChoose = onChoose;
    this.phones = [];
    this.current = null;
    node.addEventListener("keydown", (event) => this.#key(event));
  }

  /** The phones in their order; the current one stays unless it is gone. */
  update(phones) {
    this.phones = phones;
    this.node.replaceChildren(...phones.map((phone) => this.#tab(phone)));
    this.choose(phones.includes(this.current) ? this.current : (phones[0] ?? null));
  }

  choose(phone) {
    this.current = phone;
    this.phones.forEach((other) => {
      const chosen = other === phone;
      other.node.classList.toggle("current", chosen);
      const tab = this.#find(other);
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    });
    if (!phone) return;
    this.#find(phone).scrollIntoView({ inline: "nearest", block: "nearest" });
    this.onChoose(phone);
  }

  setUnread(phone, count) {
    const tab = this.#find(phone);
    const word = plural(count, { one: "новое", few: "новых", many: "новых" });
    tab
      ?.querySelector(".unread")
      .replaceChildren(...(count ? [h("span", { class: "count" }, String(count)), spoken(` ${word}`)] : []));
  }

  #find(phone) {
    return this.node.querySelector(`[data-testid="tab-${phone.id}"]`);
  }

  #tab(phone) {
    const tab = h(
      "button",
      {
        class: "tab",
        type: "button",
        role: "tab",
        aria: { controls: phone.node.id },
        dataset: { testid: `tab-${phone.id}` },
        onclick: () => this.choose(phone),
      },
      h("span", { class: "tab-name" }, personaTitle(phone.person)),
      h("span", { class: "unread" }),
    );
    queueMicrotask(() => this.setUnread(phone, phone.unread));
    return tab;
  }

  #key(event) {
    const step = STEPS[event.key];
    if (!step) return;
    const next = this.phones.at((this.phones.indexOf(this.current) + step) % this.phones.length);
    this.choose(next);
    this.#find(next).focus();
  }
}
