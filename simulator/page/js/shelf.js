/** Phones put away. They are kept in the page's address, so a reload, a bookmark or a second window shows the same ones. */

const PARAMETER = "without";

const read = () =>
  new Set((new URLSearchParams(location.search).get(PARAMETER) ?? "").split(",").filter(Boolean));

function write(ids) {
  const query = ids.size ? `?${PARAMETER}=${[...ids].join(",")}` : "";
  history.replaceState(null, "", location.pathname + query);
}

export const isHidden = (id) => read().has(String(id));
export const hide = (id) => write(read().add(String(id)));

export function show(id) {
  const ids = read();
  ids.delete(String(id));
  write(ids);
}
