/** The person's side of the simulator over HTTP. Each call resolves to the JSON answer or throws an Error to be shown. */

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Error("Симулятор не отвечает.");
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error(body?.error ?? `Симулятор ответил ${response.status}.`);
  return body;
}

const post = (path, data = {}) =>
  request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(data),
  });

const person = (id, what) => `/client/people/${id}/${what}`;

export const state = () => request("/client/state");
export const messages = (id) => request(person(id, "messages"));
export const say = (id, text, replyTo = null) =>
  post(person(id, "say"), { text, ...(replyTo && { reply_to: replyTo }) });
export const press = (id, messageId, data) => post(person(id, "press"), { message_id: messageId, data });
export const block = (id, blocked) => post(person(id, blocked ? "block" : "unblock"));
export const addPerson = (details) => post("/client/people", details);
export const pressControl = (index) => post(`/client/control/${index}`);
export const readControl = (index) => request(`/client/control/${index}`);
export const fileUrl = (fileId) => `/client/files/${encodeURIComponent(fileId)}`;

/** kind: "photo" | "document" | "voice" */
export function upload(id, kind, file, caption = "") {
  const form = new FormData();
  form.append("kind", kind);
  form.append("caption", caption);
  form.append("file", file, file.name || kind);
  return request(person(id, "upload"), { method: "POST", body: form });
}

/** The commands this person sees in the menu just now: [{command, description}]. */
export async function commands(id) {
  const { people } = await state();
  return people.find((someone) => someone.id === id)?.commands ?? [];
}
