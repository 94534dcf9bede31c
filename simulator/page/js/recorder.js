/** The microphone button: a tap starts, the second tap sends. */

import { icon } from "./icons.js";
import { roundButton } from "./widgets.js";

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
const IDLE = ["microphone", "Записать голосовое сообщение"];
const RECORDING = ["stop", "Остановить и отправить"];

/** `send(file)` gets the recording, `complain(text)` hears why there is none. */
export function microphone(send, complain) {
  let recorder = null;
  const button = roundButton(...IDLE, () => (recorder ? recorder.stop() : start()), { testid: "microphone" });

  async function start() {
    const stream = await navigator.mediaDevices?.getUserMedia({ audio: true }).catch(() => null);
    if (!stream) return complain("Браузер не дал микрофон.");
    recorder = new MediaRecorder(stream, {
      mimeType: TYPES.find((type) => MediaRecorder.isTypeSupported(type)),
    });
    const parts = [];
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => finish(stream, parts);
    recorder.start();
    show(...RECORDING, true);
  }

  function finish(stream, parts) {
    stream.getTracks().forEach((track) => track.stop());
    const [type] = recorder.mimeType.split(";");
    recorder = null;
    show(...IDLE, false);
    send(new File(parts, `voice.${type.split("/")[1]}`, { type }));
  }

  function show(iconName, label, recording) {
    button.replaceChildren(icon(iconName));
    button.title = label;
    button.setAttribute("aria-label", label);
    button.classList.toggle("recording", recording);
  }

  return button;
}
