/** The live wire: events of all people, reconnecting by itself after a restart of the simulator. */

const FIRST_DELAY = 300;
const LONGEST_DELAY = 3000;

/** Calls onOpen after every (re)connection, onEvent for each event, onLost once when the wire breaks. */
export function connect({ onOpen, onEvent, onLost }) {
  let delay = FIRST_DELAY;

  function open() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}/client/events`);
    socket.addEventListener("open", () => {
      delay = FIRST_DELAY;
      onOpen();
    });
    socket.addEventListener("message", ({ data }) => onEvent(JSON.parse(data)));
    socket.addEventListener("close", () => {
      onLost();
      setTimeout(open, delay);
      delay = Math.min(delay * 2, LONGEST_DELAY);
    });
  }

  open();
}
