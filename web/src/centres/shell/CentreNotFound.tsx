/** 404 inside a centre: its frame stays, and the palette looks for what was meant. */

import { useMe } from "@/api/session";
import { NotFound } from "@/app/NotFound";
import { useIsPhone } from "@/lib/useMedia";
import { lazyPart } from "@/ui/lazyPart";
import { useDialog } from "@/ui/useDialog";
import { paletteKey } from "./palette/usePaletteKey";
import { useOwnCentre } from "./useOwnCentre";

const CommandPalette = lazyPart(() => import("./palette/CommandPalette").then((m) => m.CommandPalette));

function Search() {
  const { open, show, close } = useDialog<"palette">();
  const { centre } = useOwnCentre(useMe());
  const phone = useIsPhone();
  if (!centre) return null;
  return (
    <>
      <button type="button" className="plain-button" aria-haspopup="dialog" onClick={() => show("palette")}>
        查找页面、编号或名称{!phone && `（${paletteKey()}）`}
      </button>
      {open && <CommandPalette centre={centre} onClose={close} />}
    </>
  );
}

export function CentreNotFound() {
  return <NotFound nested palette={<Search />} />;
}
