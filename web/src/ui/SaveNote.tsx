/** Whether what was typed is safe, in words. */
import type { SaveState } from "@/api/useDraftSave";

const TEXT: Record<SaveState, string> = {
  clean: "内容已自动保存为草稿，可以随时离开，之后继续填写。",
  dirty: "有内容待保存…",
  saving: "正在保存…",
  failed: "还没有保存到平台。内容保留在本页，稍后会再次尝试。",
};

export function SaveNote({ state }: { state: SaveState }) {
  return (
    <p className={state === "failed" ? "save-note is-failed" : "save-note"} role="status">
      {TEXT[state]}
    </p>
  );
}
