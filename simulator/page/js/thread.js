/** The messages of one chat in their order, under the names of days. */

import { drawMessage, messageNode } from "./bubbles.js";
import { h } from "./dom.js";
import { dayKey, dayName } from "./times.js";

export class Thread {
  constructor(actions) {
    this.actions = actions;
    this.messages = new Map();
    this.nodes = new Map();
    this.days = new Map();
    this.greeting = h(
      "div",
      { class: "hello", dataset: { testid: "empty" } },
      h("strong", {}, "Здесь пока пусто"),
      "Нажмите «Начать» или напишите боту.",
    );
    this.node = h("div", { class: "thread" });
    this.#arrange();
  }

  find(id) {
    return this.messages.get(id);
  }

  nodeOf(id) {
    return this.nodes.get(id);
  }

  /** A message came or changed just now: it moves or glows. Says whether it is new here. */
  put(message) {
    const isNew = this.#absorb(message, true);
    const isNewest = isNew && !(this.ordered.at(-1)?.id > message.id);
    if (isNewest) this.#append(message);
    else if (isNew) this.#arrange();
    return isNew;
  }

  remove(id) {
    this.#drop(id);
    this.#arrange();
  }

  /** The whole chat after a (re)connection: what is no longer there goes, what changed is redrawn. */
  replaceAll(messages) {
    const present = new Set(messages.map((message) => message.id));
    [...this.messages.keys()].filter((id) => !present.has(id)).forEach((id) => this.#drop(id));
    messages.forEach((message) => this.#absorb(message, false));
    this.#arrange();
  }

  show(id) {
    const node = this.nodes.get(id);
    node?.scrollIntoView({ block: "center" });
    node?.firstChild.classList.add("changed");
  }

  #drop(id) {
    this.messages.delete(id);
    this.nodes.get(id)?.remove();
    this.nodes.delete(id);
  }

  #absorb(message, live) {
    const known = this.messages.get(message.id);
    this.messages.set(message.id, message);
    if (known) this.#redraw(known, message, live);
    else this.#add(message, live);
    return !known;
  }

  #add(message, live) {
    const node = messageNode(message, this.actions);
    node.classList.toggle("fresh-in", live);
    this.nodes.set(message.id, node);
  }

  /** An untouched message keeps its element, so that a reload loses neither focus nor an opened spoiler. */
  #redraw(known, message, live) {
    if (JSON.stringify(known) === JSON.stringify(message)) return;
    drawMessage(this.nodes.get(message.id), message, this.actions, live ? known : null);
  }

  #arrange() {
    this.ordered = [...this.messages.values()].sort((one, other) => one.id - other.id);
    const seats = this.ordered.flatMap((message, index) => this.#seat(message, this.ordered[index - 1]));
    place(this.node, seats.length ? seats : [this.greeting]);
  }

  /** What is newest needs no look at all the others: a day of chatting stays quick. */
  #append(message) {
    const previous = this.ordered.at(-1);
    this.ordered.push(message);
    this.greeting.remove();
    this.node.append(...this.#seat(message, previous));
  }

  /** The element of a message, under a new day where one begins; it and the one before learn who follows whom. */
  #seat(message, previous) {
    const node = this.nodes.get(message.id);
    const sameDay = previous && dayKey(previous.date) === dayKey(message.date);
    const sameAuthor = previous?.from_bot === message.from_bot;
    node.classList.toggle("turn", Boolean(sameDay && !sameAuthor));
    node.classList.add("last");
    if (previous) this.nodes.get(previous.id).classList.toggle("last", !sameAuthor);
    return sameDay ? [node] : [this.#day(message.date), node];
  }

  #day(date) {
    const key = dayKey(date);
    if (!this.days.has(key)) {
      const name = dayName(date); // first: it may tell us that «Сегодня» is over
      this.days.forEach((chip) => chip.replaceChildren(dayName(Number(chip.dataset.date))));
      this.days.set(key, h("div", { class: "day", dataset: { date, testid: "day" } }, name));
    }
    return this.days.get(key);
  }
}

/** Moves only what is out of place: a moved element would lose its focus and start its animation again. */
function place(parent, wanted) {
  const keep = new Set(wanted);
  [...parent.children].filter((child) => !keep.has(child)).forEach((child) => child.remove());
  wanted.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
