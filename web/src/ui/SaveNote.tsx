/** Whether what was typed is safe, in words. */
import type { Problem } from "@/api/problem";
import type { SaveState } from "@/api/useDraftSave";

const TEXT: Record<SaveState, string> = {
  clean: "内容已自动保存为草稿，可以随时离开，之后继续填写。",
  dirty: "有内容待保存…",
  saving: "正在保存…",
  failed: "还没有保存到平台。内容保留在本页，稍后会再次尝试。",
};

/** What the platform refused is only saved once it is changed. */
const REFUSED = "还没有保存到平台。内容保留在本页，请按页面上的提示处理后再保存。";

type Props = { state: SaveState; problem: Problem | null };

export function SaveNote({ state, problem }: Props) {
  const failed = state === "failed";
  return (
    <p className={failed ? "save-note is-failed" : "save-note"} role="status">
      {failed && problem && !problem.unanswered ? REFUSED : TEXT[state]}
    </p>
  );
}
