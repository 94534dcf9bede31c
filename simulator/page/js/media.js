/** Pictures, documents and voice inside a bubble. */

import { fileUrl } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { enlarge } from "./lightbox.js";
import { fileSize } from "./words.js";

/** Width and height are set before the bytes come, so that the chat does not jump. */
export function photo(picture, caption) {
  const source = fileUrl(picture.file_id);
  const image = h("img", {
    src: source,
    width: picture.width,
    height: picture.height,
    alt: caption || "Фотография",
    decoding: "async",
  });
  return h(
    "button",
    {
      class: "photo",
      type: "button",
      aria: { label: "Увеличить картинку" },
      dataset: { testid: "photo" },
      onclick: () => enlarge(source, image.alt),
    },
    image,
  );
}

export function documentLink(file) {
  const name = file.file_name || "Файл";
  return h(
    "a",
    { class: "document", href: fileUrl(file.file_id), download: name, dataset: { testid: "document" } },
    h("span", { class: "sheet" }, icon("file")),
    h("span", {}, h("span", { class: "name" }, name), h("span", { class: "size" }, fileSize(file.size))),
  );
}

export const voice = (note) =>
  h(
    "div",
    { class: "voice" },
    h("audio", {
      controls: true,
      preload: "metadata",
      src: fileUrl(note.file_id),
      aria: { label: "Голосовое сообщение" },
      dataset: { testid: "voice" },
    }),
  );
