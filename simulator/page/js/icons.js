/** Own line icons on a 24×24 grid. */

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  send: "M4 12 3 4l18 8-18 8 1-8h8",
  attach: "m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.6 1.6 0 0 1-2.3-2.3L14 7.7",
  photo: "M4 6h16v13H4ZM4 16l5-5 4 4 3-3 4 4M15.5 9.5v.01",
  file: "M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6",
  microphone: "M9 5a3 3 0 0 1 6 0v6a3 3 0 0 1-6 0ZM5 11a7 7 0 0 0 14 0M12 18v3",
  stop: "M7 7h10v10H7Z",
  silent: "M6 17h11M8 17V10a4.5 4.5 0 0 1 7.5-3.3M17 11v6M10.5 20a1.7 1.7 0 0 0 3 0M4 4l16 16",
  protect: "M12 3 5 6v6c0 4 3 7 7 9 4-2 7-5 7-9V6ZM9.5 12l2 2 3.5-4",
  check: "m5 12.5 4.5 4.5L19 7.5",
  reply: "M10 6 4 12l6 6M4 12h9a7 7 0 0 1 7 7",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  dots: "M12 5v.01M12 12v.01M12 19v.01",
  add: "M12 5v14M5 12h14",
  pin: "M9 4h6l-1 6 3 3H7l3-3ZM12 13v7",
  link: "M8 16 16.5 7.5M9 7h8v8",
  copy: "M9 9h11v11H9ZM5 15V4h11",
  controls: "M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4",
  block: "M5.6 5.6l12.8 12.8M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  hide: "M3 12c5-7.5 13-7.5 18 0-5 7.5-13 7.5-18 0ZM5 19 19 5",
};

/** An icon that screen readers skip; whoever uses it gives the button a name. */
export function icon(name, className = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name} ${className}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
