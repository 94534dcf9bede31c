/** Files on their way into a message: from the picker, from a drop, from the clipboard. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { menuItem, strip } from "./widgets.js";
import { fileSize } from "./words.js";

/** Telegram sends only these as photographs; everything else goes as a file. */
const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"];
const KIND_NAMES = { photo: "Фотография", document: "Файл" };

export const kindOf = (file) => (PHOTO_TYPES.includes(file.type) ? "photo" : "document");

/** The line over the message box that shows one waiting file; `drop()` takes it back. */
export function attachmentStrip({ file, kind }, drop) {
  const picture = kind === "photo" ? preview(file) : h("span", { class: "sheet" }, icon("file"));
  return strip(
    picture,
    file.name,
    `${KIND_NAMES[kind]}, ${fileSize(file.size)}`,
    `Убрать: ${file.name}`,
    drop,
  );
}

function preview(file) {
  const url = URL.createObjectURL(file);
  return h("img", { src: url, alt: "", onload: () => URL.revokeObjectURL(url) });
}

/** The menu «Фотография / Файл»; `onFiles(files, kind)` gets what was picked. */
export function attachMenu(onFiles) {
  const picker = (kind, accept) => {
    const take = (event) => {
      onFiles([...event.target.files], kind);
      event.target.value = ""; // the same file may be picked again
    };
    return h("input", {
      type: "file",
      multiple: true,
      hidden: true,
      accept,
      dataset: { testid: `pick-${kind}` },
      onchange: take,
    });
  };
  const pickers = { photo: picker("photo", PHOTO_TYPES.join()), document: picker("document", null) };
  const item = (kind, iconName) =>
    menuItem(iconName, KIND_NAMES[kind], `attach-${kind}`, () => {
      menu.hidden = true;
      pickers[kind].click();
    });
  const menu = h(
    "div",
    { class: "popover", hidden: true },
    item("photo", "photo"),
    item("document", "file"),
    ...Object.values(pickers),
  );
  return menu;
}

/** Files dropped on the phone or pasted into it. */
export function acceptDrops(phone, onFiles) {
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  const accept = (event, files) => {
    if (!files.length) return;
    event.preventDefault();
    onFiles(files);
  };
  phone.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    phone.classList.add("dropping");
  });
  phone.addEventListener("dragleave", (event) => {
    if (!phone.contains(event.relatedTarget)) phone.classList.remove("dropping");
  });
  phone.addEventListener("drop", (event) => {
    phone.classList.remove("dropping");
    accept(event, [...event.dataTransfer.files]);
  });
  phone.addEventListener("paste", (event) => accept(event, [...event.clipboardData.files]));
}
