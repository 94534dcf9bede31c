/** Toasts and alerts of one phone. They cover only their own chat: the other phones stay usable. */

import { h } from "./dom.js";

const TOAST_MILLISECONDS = 4000;

export class Overlays {
  /** `phone` holds the overlays; `body` falls asleep under an alert. */
  constructor(phone, body) {
    this.phone = phone;
    this.body = body;
    this.toasts = h("div", { class: "toasts", role: "status", aria: { live: "polite" } });
    phone.append(this.toasts);
  }

  toast(text) {
    const toast = h("div", { class: "toast", dataset: { testid: "toast" } }, text);
    this.toasts.append(toast);
    setTimeout(() => toast.remove(), TOAST_MILLISECONDS);
  }

  /** An answer that the person must put away; the focus returns to where it was. */
  alert(title, text) {
    const before = document.activeElement;
    const close = () => {
      veil.remove();
      this.body.inert = this.phone.querySelector(".veil") !== null;
      if (this.phone.contains(before)) before.focus({ preventScroll: true });
    };
    const ok = h(
      "button",
      { class: "ok", type: "button", dataset: { testid: "alert-ok" }, onclick: close },
      "ОК",
    );
    const veil = h(
      "div",
      {
        class: "veil",
        onkeydown: (event) => {
          if (event.key === "Escape") close();
        },
      },
      h(
        "div",
        { class: "alert", role: "alertdialog", aria: { label: text }, dataset: { testid: "alert" } },
        h("h3", {}, title),
        h("p", {}, text),
        h("div", { class: "actions" }, ok),
      ),
    );
    this.phone.append(veil);
    this.body.inert = true;
    ok.focus({ preventScroll: true });
  }
}
