import { useState } from "preact/hooks";
import { unpacked } from "./original/packed.ts";

/**
 * The licences of everything the page is made of. They are packed in its script, and are unpacked when somebody asks
 * for them.
 */
export function Licences({ label }: { readonly label: string }) {
  const [text, setText] = useState("");
  const show = async (): Promise<void> => {
    const packed = (globalThis as { gongkaiLicences?: string }).gongkaiLicences ?? "";
    setText(new TextDecoder().decode(await unpacked(packed)));
  };
  return (
    <footer>
      <details class="licences" onToggle={() => void (text === "" && show())}>
        <summary>{label}</summary>
        <pre lang="en">{text}</pre>
      </details>
    </footer>
  );
}
