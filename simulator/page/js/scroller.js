/** Keeps a chat at its bottom until the person scrolls up; then counts what came meanwhile. */

import { h, spoken } from "./dom.js";
import { icon } from "./icons.js";
import { plural } from "./words.js";

const NEAR_BOTTOM = 48;

export class Scroller {
  /** `list` scrolls, `thread` grows inside of it; `onUnread(count)` hears of every change of the counter. */
  constructor(list, thread, onUnread) {
    this.list = list;
    this.onUnread = onUnread;
    this.stuck = true;
    this.unread = 0;
    this.badge = h("button", {
      class: "fresh",
      type: "button",
      hidden: true,
      dataset: { testid: "new-badge" },
      onclick: () => this.toBottom(),
    });
    list.addEventListener("scroll", () => this.#scrolled());
    // Pictures, keyboards and the window itself change heights at any moment, not only with a new message.
    const observer = new ResizeObserver(() => this.#keep());
    observer.observe(list);
    observer.observe(thread);
  }

  toBottom() {
    this.stuck = true;
    this.#keep();
    this.seen();
  }

  /** A message came. It is read at once if its place is on the screen. */
  arrived() {
    if (this.stuck && this.#onScreen()) return this.#keep();
    this.#count(this.unread + 1);
  }

  /** The phone has come to the front (a tab was chosen). */
  seen() {
    if (this.stuck && this.#onScreen()) this.#count(0);
  }

  #onScreen() {
    return this.list.checkVisibility({ visibilityProperty: true });
  }

  #keep() {
    if (this.stuck) this.list.scrollTop = this.list.scrollHeight;
  }

  #scrolled() {
    this.stuck = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_BOTTOM;
    this.seen();
    this.#draw();
  }

  #count(unread) {
    this.unread = unread;
    this.#draw();
    this.onUnread(unread);
  }

  #draw() {
    this.badge.hidden = this.stuck;
    const word = plural(this.unread, { one: "новое", few: "новых", many: "новых" });
    const count = this.unread ? [h("span", { class: "count" }, `${this.unread} ${word}`)] : [];
    this.badge.replaceChildren(...count, icon("down"), spoken("К последнему сообщению"));
  }
}
