/** HTML of a rich message as the bot wrote it. Not trusted: it is read in a dead document and rebuilt of known tags only. */

import { h } from "./dom.js";
import { isSafe } from "./links.js";

const KEPT = new Set(
  (
    "b i u s code pre blockquote p br hr h1 h2 h3 h4 h5 h6 ul ol li sub sup mark details summary " +
    "table caption thead tbody tr th td tg-spoiler figure figcaption"
  ).split(" "),
);
const RENAMED = { strong: "b", em: "i", ins: "u", del: "s", strike: "s", cite: "i" };
const SPANS = ["colspan", "rowspan"];
const LISTS = new Set(["UL", "OL", "TABLE", "THEAD", "TBODY", "TR"]);

/** The nodes of `html` without scripts, styles, handlers and anything else that is not a plain part of a text. */
export function safeNodes(html) {
  return copies(new DOMParser().parseFromString(html, "text/html").body);
}

const copies = (parent) => [...parent.childNodes].flatMap(copy);

function copy(node) {
  // Blank lines between rows and items would stand as text in a pre-wrapped bubble.
  if (node.nodeType === Node.TEXT_NODE) {
    return LISTS.has(node.parentNode.tagName) && !node.data.trim() ? [] : [node.data];
  }
  if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "STYLE"].includes(node.tagName)) return [];
  const name = node.tagName.toLowerCase();
  const tag = RENAMED[name] ?? name;
  if (tag === "a") return [link(node)];
  if (!KEPT.has(tag)) return copies(node);
  const spans = Object.fromEntries(SPANS.map((span) => [span, node.getAttribute(span)]));
  const element = h(tag, spans, copies(node));
  return tag === "table" ? [h("div", { class: "table-scroll", tabindex: "0" }, element)] : [element];
}

function link(node) {
  const href = node.getAttribute("href");
  return h("a", { href: isSafe(href) ? href : null }, copies(node));
}
