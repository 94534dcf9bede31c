/** Building blocks of the page: elements without any parsing of HTML, so nothing from outside can become markup. */

/**
 * Makes an element. Props that start with "on" become listeners, `class`, `dataset` and `aria` are understood,
 * everything else is an attribute (false, null and undefined leave it out). Strings become text nodes.
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "class") node.className = value;
  else if (name === "dataset") Object.assign(node.dataset, value);
  else if (name === "aria")
    for (const [key, text] of Object.entries(value)) node.setAttribute(`aria-${key}`, text);
  else node.setAttribute(name, value === true ? "" : value);
}

/** Marks words that no eye should read but a screen reader must say. */
export const spoken = (text) => h("span", { class: "visually-hidden" }, text);

/** Runs `action` whenever the pointer or the focus goes somewhere outside of all `nodes`, as long as they are on the page. */
export function onOutside(nodes, action) {
  const watch = (event) => {
    if (!nodes.some((node) => node.isConnected)) return stop();
    if (!nodes.some((node) => node.contains(event.target))) action();
  };
  const stop = () => ["pointerdown", "focusin"].forEach((type) => document.removeEventListener(type, watch));
  ["pointerdown", "focusin"].forEach((type) => document.addEventListener(type, watch));
}
