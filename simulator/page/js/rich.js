/** Rich messages: the blocks that the simulator lets through; any other is named instead of silently left out. */

import { h } from "./dom.js";
import { inlineButton } from "./keyboard.js";
import { enliven, isSafe, makeSpoiler, startCommand } from "./links.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  subscript: "sub",
  superscript: "sup",
  marked: "mark",
  code: "code",
};

/** `rich`: {blocks: […]}; `actions` as for a keyboard. */
export function richBlocks(rich, actions) {
  const node = h("div", { class: "rich text", dataset: { testid: "rich" } }, inside(rich, actions));
  enliven(node, { botName: actions.botName, onCommand: actions.say });
  return node;
}

const DRAW = {
  paragraph: (block, actions) => h("p", {}, richText(block.text, actions)),
  heading: (block, actions) => h("h3", { class: `size-${block.size ?? 3}` }, richText(block.text, actions)),
  pre: (block, actions) => h("pre", {}, richText(block.text, actions)),
  footer: (block, actions) => h("p", { class: "footer" }, richText(block.text, actions)),
  divider: () => h("hr"),
  list: (block, actions) =>
    h(
      "ul",
      {},
      block.items.map((item) => listItem(item, actions)),
    ),
  blockquote: (block, actions) => h("blockquote", {}, inside(block, actions), credit(block, actions)),
  expandable_blockquote: (block, actions) =>
    h("blockquote", {}, richText(block.text, actions), credit(block, actions)),
  pullquote: (block, actions) =>
    h("p", { class: "pull" }, richText(block.text, actions), credit(block, actions)),
  details: (block, actions) =>
    h(
      "details",
      { open: Boolean(block.is_open) },
      h("summary", {}, richText(block.summary, actions)),
      inside(block, actions),
    ),
  table: (block, actions) => table(block, actions),
  buttons: (block, actions) =>
    h(
      "div",
      { class: "inline-buttons" },
      block.buttons.map((button) => inlineButton(asButton(button), actions)),
    ),
};

/** A button inside of a rich message comes in the words of the Bot API. */
const asButton = ({ callback_data: data, copy_text: copy, ...rest }) => ({ ...rest, data, copy: copy?.text });

function drawBlock(block, actions) {
  const draw = DRAW[block.type];
  return draw ? draw(block, actions) : h("p", { class: "unknown" }, `[${block.type}]`);
}

const inside = (block, actions) => block.blocks.map((inner) => drawBlock(inner, actions));
const credit = (block, actions) =>
  block.credit && h("span", { class: "credit" }, richText(block.credit, actions));

function listItem(item, actions) {
  const box = item.is_checked ? "☑" : "☐";
  const label = item.has_checkbox ? box : item.label;
  return h("li", {}, h("span", {}, label), h("div", {}, inside(item, actions)));
}

function table(block, actions) {
  const looks = [
    block.is_bordered && "bordered",
    block.is_striped && "striped",
    block.is_compact && "compact",
  ];
  // The wrapper scrolls, so it must be reachable from the keyboard.
  return h(
    "div",
    { class: "table-scroll", tabindex: "0" },
    h(
      "table",
      { class: looks.filter(Boolean).join(" "), dataset: { testid: "table" } },
      block.caption && h("caption", {}, richText(block.caption, actions)),
      h(
        "tbody",
        {},
        block.cells.map((row) =>
          h(
            "tr",
            {},
            row.map((cell) => tableCell(cell, actions)),
          ),
        ),
      ),
    ),
  );
}

const tableCell = (cell, actions) =>
  h(
    cell.is_header ? "th" : "td",
    {
      colspan: cell.colspan,
      rowspan: cell.rowspan,
      class: `align-${cell.align ?? "left"} valign-${cell.valign ?? "top"}`,
    },
    richText(cell.text ?? "", actions),
  );

/** RichText is a string, a list, or an object around another RichText. Returns nodes and strings. */
function richText(text, actions) {
  if (typeof text === "string") return [text];
  if (Array.isArray(text)) return text.flatMap((part) => richText(part, actions));
  if (!text) return [];
  const content = () => richText(text.text, actions);
  if (text.type in TAGS) return [h(TAGS[text.type], {}, content())];
  return TEXT[text.type]?.(text, content, actions) ?? content();
}

const TEXT = {
  spoiler: (text, content) => {
    const spoiler = h("span", { class: "spoiler" }, content());
    makeSpoiler(spoiler);
    return [spoiler];
  },
  url: (text, content, actions) => {
    const command = startCommand(text.url, actions.botName);
    if (command) return [sayButton(command, content(), actions)];
    return [
      h(
        "a",
        { href: isSafe(text.url) ? text.url : null, target: "_blank", rel: "noopener noreferrer" },
        content(),
      ),
    ];
  },
  bot_command: (text, content, actions) => [sayButton(text.bot_command, content(), actions)],
};

const sayButton = (command, content, actions) =>
  h("button", { class: "command", type: "button", onclick: () => actions.say(command) }, content);
