/** The message box of one phone. */

import { attachMenu } from "./attachments.js";
import { CommandMenu } from "./commands.js";
import { h, onOutside } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { Outgoing } from "./outgoing.js";
import { microphone } from "./recorder.js";
import { roundButton, wordButton } from "./widgets.js";

const COMMAND_START = /^\/(\w*)$/;
const GROWS_ITSELF = CSS.supports("field-sizing", "content");
const ARROWS = { ArrowDown: 1, ArrowUp: -1 };

export class Composer {
  /**
   * `actions`: {say(text, replyTo), upload(kind, file, caption), commands(), unblock(), toast(text)}; the first three
   * are promises, a rejected one is shown and gives the words back.
   */
  constructor(personId, actions) {
    this.actions = actions;
    this.commands = new CommandMenu(`commands-${personId}`, actions.commands, (text) => this.#send(text));
    this.attachMenu = attachMenu((files, kind) => this.attach(files, kind));
    this.replyKeys = h("div", { class: "reply-holder" });
    this.#buildRow();
    this.#buildNotes();
    this.outgoing = new Outgoing(() => this.#refresh());
    this.node = h(
      "div",
      { class: "composer", onkeydown: (event) => event.key === "Escape" && this.#closeMenus() },
      [this.commands.node, this.attachMenu, this.outgoing.node],
      [this.startButton, this.blockedNote, this.row, this.replyKeys],
    );
    onOutside([this.node], () => this.#closeMenus());
  }

  /** Shows or takes away the big button of an empty chat and the one of a blocked bot. */
  setState({ blocked, empty }) {
    this.blockedNote.hidden = !blocked;
    this.row.hidden = blocked;
    this.startButton.hidden = !empty || blocked;
    this.node.classList.toggle("blocked", blocked);
  }

  /** `keyboard`: rows of the bot's own keyboard, or nothing. */
  setKeyboard(keyboard) {
    const now = JSON.stringify(keyboard ?? null);
    if (now === this.drawnKeyboard) return; // untouched keys keep their focus
    this.drawnKeyboard = now;
    const keys = keyboard?.length ? [replyKeyboard(keyboard, (text) => this.#send(text))] : [];
    this.replyKeys.replaceChildren(...keys);
  }

  answerTo(message) {
    this.outgoing.answerTo(message);
    this.input.focus();
  }

  attach(files, kind = null) {
    this.outgoing.addFiles(files, kind);
    this.input.focus();
  }

  #buildRow() {
    this.input = h("textarea", {
      rows: "1",
      placeholder: "Сообщение",
      enterkeyhint: "send",
      autocomplete: "off",
      aria: { label: "Сообщение", controls: this.commands.node.id },
      dataset: { testid: "composer-text" },
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
    });
    this.sendButton = roundButton("send", "Отправить", () => this.#submit(), {
      testid: "send",
      class: "send",
    });
    this.microphone = microphone((file) => this.#upload([{ kind: "voice", file }], ""), this.actions.toast);
    this.menuButton = wordButton("Меню", "menu-button", "menu", () => this.#toggleCommands());
    const attach = roundButton("attach", "Прикрепить", () => this.#toggleAttach(), { testid: "attach" });
    this.row = h(
      "div",
      { class: "compose-row" },
      this.menuButton,
      attach,
      this.input,
      this.sendButton,
      this.microphone,
    );
  }

  #buildNotes() {
    this.startButton = wordButton("Начать", "wide-action", "start", () => this.#send("/start"));
    const unblock = wordButton("Разблокировать", "wide-action", "unblock", () => this.actions.unblock());
    const note = h("p", { class: "blocked-note" }, "Бот заблокирован: сообщения от него не приходят.");
    this.blockedNote = h("div", {}, note, unblock);
  }

  #refresh() {
    const somethingToSend = this.input.value.trim() !== "" || this.outgoing?.hasFiles;
    this.sendButton.hidden = !somethingToSend;
    this.menuButton.hidden = this.input.value !== ""; // the words need its room, as in Telegram
    this.microphone.hidden = somethingToSend;
  }

  #typed() {
    if (!GROWS_ITSELF) this.#grow();
    const command = COMMAND_START.exec(this.input.value);
    if (command) this.commands.show(command[1]);
    else this.commands.close();
    this.#refresh();
  }

  #key(event) {
    if (this.commands.open && event.key in ARROWS) {
      event.preventDefault();
      this.input.setAttribute("aria-activedescendant", this.commands.move(ARROWS[event.key]));
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (!(this.commands.open && this.commands.take())) this.#submit();
    }
  }

  /** For browsers without `field-sizing`. */
  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  async #toggleCommands() {
    if (this.commands.open) return this.commands.close();
    if (!(await this.commands.show())) this.actions.toast("У бота пока нет команд.");
  }

  #toggleAttach() {
    this.attachMenu.hidden = !this.attachMenu.hidden;
  }

  #closeMenus() {
    this.commands.close();
    this.attachMenu.hidden = true;
    this.input.removeAttribute("aria-activedescendant");
  }

  #submit() {
    const text = this.input.value.trim();
    if (text || this.outgoing.hasFiles) this.#send(text);
  }

  /** The box empties at once; if sending fails the words come back. */
  async #send(text) {
    this.#closeMenus();
    this.input.value = "";
    const { files, replyTo } = this.outgoing.take();
    if (files.length) await this.#upload(files, text);
    else await this.#try(() => this.actions.say(text, replyTo?.id ?? null), text);
  }

  /** A caption goes with the first file. */
  async #upload(files, text) {
    for (const [index, { file, kind }] of files.entries()) {
      const caption = index === 0 ? text : "";
      await this.#try(() => this.actions.upload(kind, file, caption), caption);
    }
  }

  async #try(action, text) {
    try {
      await action();
    } catch (error) {
      this.actions.toast(`Не отправлено. ${error.message}`);
      this.input.value ||= text;
      this.#refresh();
    }
  }
}
