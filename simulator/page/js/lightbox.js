/** A picture over the whole window; a click or Escape puts it away. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

export function enlarge(source, alt) {
  const dialog = h(
    "dialog",
    {
      class: "lightbox",
      aria: { label: alt },
      dataset: { testid: "lightbox" },
      onclick: () => dialog.close(),
      onclose: () => dialog.remove(),
    },
    h("img", { src: source, alt }),
    h("button", { class: "round close", type: "button", aria: { label: "Закрыть" } }, icon("close")),
  );
  document.body.append(dialog);
  dialog.showModal();
}
