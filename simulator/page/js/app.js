/** Puts the page together: the bar, the tabs, a phone for every person, and the live wire between them. */

import * as api from "./api.js";
import { Bar } from "./bar.js";
import { addPhoneDialog } from "./people.js";
import { Phone } from "./phone.js";
import * as shelf from "./shelf.js";
import { connect } from "./socket.js";
import { Tabs } from "./tabs.js";
import { setClock } from "./times.js";

const row = document.querySelector(".phones");
const phones = new Map();
let people = [];

const bar = new Bar(document.querySelector(".bar"), { onAdd: openAddDialog });
const tabs = new Tabs(document.querySelector(".tabs"), (phone) => phone.seen());

/** Reads who there is and what they wrote. Runs after every (re)connection, so a restart needs no reload by hand. */
async function refresh() {
  row.ariaBusy = "true";
  const state = await api.state();
  setClock(state.clock);
  people = state.people.map((person, place) => ({ ...person, place }));
  bar.update(state.bot, state.controls ?? []);
  arrange(state.bot);
  await Promise.all([...phones.values()].map((phone) => phone.load()));
  row.ariaBusy = "false";
}

function arrange(bot) {
  const shown = people.filter((person) => !shelf.isHidden(person.id));
  const ids = new Set(shown.map((person) => person.id));
  [...phones.keys()].filter((id) => !ids.has(id)).forEach(takeAway);
  shown.forEach((person) => {
    if (phones.has(person.id)) phones.get(person.id).update(person);
    else putUp(bot, person);
  });
  tabs.update([...phones.values()]);
}

function putUp(bot, person) {
  const phone = new Phone(bot, person, {
    onUnread: (count) => tabs.setUnread(phone, count),
    onHide: () => {
      shelf.hide(person.id);
      tryRefresh();
    },
  });
  phones.set(person.id, phone);
  row.append(phone.node);
}

function takeAway(id) {
  phones.get(id).node.remove();
  phones.delete(id);
}

async function openAddDialog() {
  const hidden = people.filter((person) => shelf.isHidden(person.id));
  addPhoneDialog(hidden, async (person) => {
    shelf.show(person.id);
    await tryRefresh();
    const phone = phones.get(person.id);
    tabs.choose(phone);
    phone.node.scrollIntoView({ inline: "end" });
  });
}

/** Most of a school has no phone here, and what it hears is of no concern; a new person's phone is put up. */
function handle(event) {
  if (event.event === "person") tryRefresh();
  else phones.get(event.person)?.handle(event);
}

/** A failing refresh needs no words of its own: the wire breaks too, and the bar says so until it is back. */
const tryRefresh = () => refresh().catch((error) => console.warn(error.message));

connect({
  onOpen: () => {
    bar.setConnected(true);
    tryRefresh();
  },
  onEvent: handle,
  onLost: () => bar.setConnected(false),
});
