/** 查找 in the header: a button, and its key; the palette loads when it is first opened. */
import { Icon } from "@/ui/Icon";
import { lazyPart } from "@/ui/lazyPart";
import { useDialog } from "@/ui/useDialog";
import type { Centre } from "../centre";
import { paletteKey, usePaletteKey } from "./usePaletteKey";

const CommandPalette = lazyPart(() => import("./CommandPalette").then((m) => m.CommandPalette));

export function PaletteButton({ centre }: { centre: Centre }) {
  const { open, show, close } = useDialog<"palette">();
  usePaletteKey(open !== null, () => show("palette"), close);
  return (
    <>
      <button
        type="button"
        className="tool-link"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => show("palette")}
      >
        <Icon name="search" />
        <span className="tool-text">
          查找{" "}
          <span className="tool-key" aria-hidden="true">
            {paletteKey()}
          </span>
        </span>
      </button>
      {open && <CommandPalette centre={centre} onClose={close} />}
    </>
  );
}
