/* global Buffer, process, setImmediate, TextDecoder */
// Preloaded into the processes of a batch under test. A document that begins with one of these marks does to its
// process what a parser's bug would: real hostile files are stopped by the readers long before.
const marks = {
  "FAULT loop": () => {
    for (;;);
  },
  "FAULT hang": () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0),
  "FAULT heap": () => {
    for (const held = []; ;) held.push(Array(1_000_000).fill(0.5));
  },
  "FAULT buffers": () => {
    for (const held = []; ;) held.push(Buffer.alloc(1 << 24, 1));
  },
  "FAULT abort": () => process.abort(),
  "FAULT exit": () => process.exit(0),
  "FAULT stray": () => void setImmediate(() => Promise.reject(new Error("stray"))),
};

const { decode } = TextDecoder.prototype;
TextDecoder.prototype.decode = function (bytes, options) {
  const head = bytes
    ? decode.call(
        new TextDecoder("latin1"),
        new Uint8Array(bytes.buffer ?? bytes, bytes.byteOffset ?? 0, Math.min(16, bytes.byteLength)),
      )
    : "";
  for (const [mark, act] of Object.entries(marks)) if (head.startsWith(mark)) act();
  return decode.call(this, bytes, options);
};
