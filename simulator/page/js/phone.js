/** One phone: one person's chat with the bot. */

import * as api from "./api.js";
import { acceptDrops } from "./attachments.js";
import { Composer } from "./composer.js";
import { h } from "./dom.js";
import { phoneHead } from "./head.js";
import { settle } from "./keyboard.js";
import { Overlays } from "./overlays.js";
import { Scroller } from "./scroller.js";
import { Thread } from "./thread.js";
import { fullName, personaTitle } from "./words.js";

export class Phone {
  /** `person`: as `/client/state` gives it. `hooks`: {onUnread(count), onHide()}. */
  constructor(bot, person, hooks) {
    this.bot = bot;
    this.person = person;
    this.loading = null;
    this.#build(hooks);
    this.update(person);
  }

  get id() {
    return this.person.id;
  }

  get unread() {
    return this.scroller.unread;
  }

  /** New facts about the person (blocked or not). */
  update(person) {
    this.person = person;
    this.head.setBlocked(person.blocked);
    this.composer.setKeyboard(person.keyboard);
    this.#refresh();
  }

  /** Reads the whole chat. What comes over the wire meanwhile waits, so that an older answer cannot overtake it. */
  async load() {
    const waiting = [];
    this.loading = waiting;
    const messages = await api.messages(this.id).catch(() => null); // without an answer the chat stays as it was
    if (this.loading !== waiting) return; // a newer load has taken over and will see all of this in its answer
    this.loading = null;
    if (messages) this.thread.replaceAll(messages);
    waiting.forEach((event) => this.handle(event));
    this.#refresh();
  }

  /** One event of this person's wire. */
  handle(event) {
    if (this.loading) this.loading.push(event);
    else this.#on[event.event]?.(event);
  }

  seen() {
    this.scroller.seen();
  }

  #on = {
    message: ({ message }) => this.#arrive(message),
    edit: ({ message }) => this.#arrive(message),
    delete: ({ message }) => {
      this.thread.remove(message.id);
      this.#refresh();
    },
    callback_answer: ({ text, show_alert: alert, message_id: id }) => {
      settle(this.thread.nodeOf(id) ?? this.thread.node);
      if (text && alert) this.overlays.alert(this.bot.name, text);
      else if (text) this.overlays.toast(text);
    },
    typing: ({ action }) => this.head.showAction(action),
    blocked: ({ blocked }) => this.update({ ...this.person, blocked }),
  };

  #arrive(message) {
    const isNew = this.thread.put(message);
    // null leaves the person's keyboard as it was, an empty one takes it away
    if (isNew && message.keyboard) this.update({ ...this.person, keyboard: message.keyboard });
    if (isNew && message.from_bot) this.head.showAction(null);
    if (isNew && message.from_bot) this.scroller.arrived();
    if (isNew && !message.from_bot) this.scroller.toBottom();
    this.#refresh();
  }

  #refresh() {
    this.composer.setState({ blocked: this.person.blocked, empty: this.thread.messages.size === 0 });
  }

  #build(hooks) {
    this.#buildParts(hooks);
    const list = h(
      "div",
      {
        class: "messages",
        role: "log",
        tabindex: "0",
        aria: { live: "polite", label: `Сообщения: ${personaTitle(this.person)}` },
        dataset: { testid: "messages" },
      },
      this.thread.node,
    );
    this.scroller = new Scroller(list, this.thread.node, hooks.onUnread);
    const wall = h("div", { class: "wall" }, list, this.scroller.badge);
    const body = h("div", { class: "phone-body" }, this.head.node, wall, this.composer.node);
    this.node = h(
      "section",
      {
        class: "phone",
        id: `phone-${this.id}`,
        aria: { label: `Телефон: ${personaTitle(this.person)}, ${fullName(this.person)}` },
        dataset: { person: this.id, testid: "phone" },
      },
      body,
    );
    this.overlays = new Overlays(this.node, body);
    acceptDrops(this.node, (files) => this.composer.attach(files));
  }

  #buildParts(hooks) {
    const { id } = this;
    const toast = (text) => this.overlays.toast(text);
    const complain = (promise) => promise.catch((error) => toast(error.message));
    this.thread = new Thread({
      botName: this.bot.username,
      press: (message, button) => api.press(id, message.id, button.data),
      say: (text) => complain(api.say(id, text)),
      reply: (message) => this.composer.answerTo(message),
      find: (messageId) => this.thread.find(messageId),
      show: (messageId) => this.thread.show(messageId),
      toast,
    });
    this.composer = new Composer(id, {
      say: (text, replyTo) => api.say(id, text, replyTo),
      upload: (kind, file, caption) => api.upload(id, kind, file, caption),
      commands: () => api.commands(id),
      unblock: () => complain(api.block(id, false)),
      toast,
    });
    this.head = phoneHead(this.bot, this.person, {
      block: (blocked) => complain(api.block(id, blocked)),
      hide: hooks.onHide,
    });
  }
}
