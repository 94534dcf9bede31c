/** What a tap on words does: commands are sent, the bot's own start links stay in the chat, other links open apart. */

import { h } from "./dom.js";

const COMMAND = /(?<![\p{L}\p{N}/_.-])\/[a-z][a-z0-9_]{0,31}(?![\p{L}\p{N}/_])/gu;

/** «t.me/<bot>?start=CODE» → «/start CODE», as Telegram does; null for any other address. */
export function startCommand(url, botName) {
  if (!URL.canParse(url)) return null;
  const link = new URL(url);
  const isBot =
    ["t.me", "telegram.me"].includes(link.host) &&
    link.pathname.slice(1).toLowerCase() === botName?.toLowerCase();
  if (!isBot) return null;
  return `/start ${link.searchParams.get("start") ?? ""}`.trim();
}

/** Only web, mail and phone addresses are ever followed. */
export const isSafe = (url) =>
  URL.canParse(url) && ["http:", "https:", "mailto:", "tel:"].includes(new URL(url).protocol);

/** Makes the server's HTML alive: links, commands, spoilers, folded quotations. */
export function enliven(node, { botName, onCommand }) {
  node.querySelectorAll("a").forEach((link) => tameLink(link, botName, onCommand));
  node.querySelectorAll("tg-spoiler").forEach(makeSpoiler);
  node.querySelectorAll("blockquote[expandable]").forEach((quote) => {
    quote.classList.add("folded");
    quote.addEventListener("click", () => quote.classList.toggle("folded"));
  });
  linkCommands(node, onCommand);
}

function tameLink(link, botName, onCommand) {
  const command = startCommand(link.href, botName);
  if (command)
    link.addEventListener("click", (event) => {
      event.preventDefault();
      onCommand(command);
    });
  if (!isSafe(link.href)) link.removeAttribute("href");
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}

export function makeSpoiler(spoiler) {
  const open = () => {
    spoiler.classList.add("open");
    spoiler.removeAttribute("role");
    spoiler.removeAttribute("tabindex");
    spoiler.removeAttribute("aria-label");
  };
  spoiler.tabIndex = 0;
  spoiler.setAttribute("role", "button");
  spoiler.setAttribute("aria-label", "Скрытый текст, показать");
  spoiler.addEventListener("click", open);
  spoiler.addEventListener("keydown", (event) => {
    if (event.key === "Enter") open();
  });
}

function linkCommands(root, onCommand) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode())
    if (!walker.currentNode.parentElement.closest("a, button, code, pre")) texts.push(walker.currentNode);
  texts.forEach((text) => replaceCommands(text, onCommand));
}

function replaceCommands(text, onCommand) {
  const pieces = [];
  let end = 0;
  for (const { 0: command, index } of text.data.matchAll(COMMAND)) {
    pieces.push(
      text.data.slice(end, index),
      h("button", { class: "command", type: "button", onclick: () => onCommand(command) }, command),
    );
    end = index + command.length;
  }
  if (pieces.length) text.replaceWith(...pieces, text.data.slice(end));
}
