/** What goes with the next message besides its words: files and the message that is answered. */

import { attachmentStrip, kindOf } from "./attachments.js";
import { summary } from "./bubbles.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { strip } from "./widgets.js";

export class Outgoing {
  constructor(onChange) {
    this.onChange = onChange;
    this.node = h("div");
    this.#set([], null);
  }

  get hasFiles() {
    return this.files.length > 0;
  }

  /** `kind` is what the person picked the files as; without it the file's type decides. */
  addFiles(files, kind = null) {
    this.#set([...this.files, ...files.map((file) => ({ file, kind: kind ?? kindOf(file) }))], this.replyTo);
  }

  answerTo(message) {
    this.#set(this.files, message);
  }

  /** Hands everything over and is empty again. */
  take() {
    const { files, replyTo } = this;
    this.#set([], null);
    return { files, replyTo };
  }

  #set(files, replyTo) {
    this.files = files;
    this.replyTo = replyTo;
    const strips = files.map((item) =>
      attachmentStrip(item, () =>
        this.#set(
          this.files.filter((other) => other !== item),
          this.replyTo,
        ),
      ),
    );
    if (replyTo) strips.unshift(this.#replyStrip(replyTo));
    this.node.replaceChildren(...strips);
    this.onChange();
  }

  #replyStrip(message) {
    return strip(icon("reply"), "Ответ", summary(message), "Не отвечать", () => this.#set(this.files, null));
  }
}
