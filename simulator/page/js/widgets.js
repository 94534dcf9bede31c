/** The few controls that recur: round icon buttons, items of small menus, the line over the message box. */

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** A button that is only an icon; `label` is what it is called aloud and in the hint. */
export const roundButton = (iconName, label, onclick, { testid, ...props } = {}) =>
  h(
    "button",
    {
      type: "button",
      title: label,
      aria: { label },
      dataset: testid ? { testid } : {},
      onclick,
      ...props,
      class: `round ${props.class ?? ""}`,
    },
    icon(iconName),
  );

/** A button of words. */
export const wordButton = (words, className, testid, onclick) =>
  h("button", { class: className, type: "button", dataset: { testid }, onclick }, ...[words].flat());

export const menuItem = (iconName, words, testid, onclick) =>
  wordButton([icon(iconName), words], "option", testid, onclick);

/** What waits to be sent: a picture or an icon, two lines of words, a cross that takes it back. */
export const strip = (picture, title, details, dropLabel, drop) =>
  h(
    "div",
    { class: "strip", dataset: { testid: "attachment" } },
    picture,
    h("span", { class: "what" }, h("b", {}, title), h("span", {}, details)),
    roundButton("close", dropLabel, drop),
  );
