/** A picture or a PDF among files, to be looked at beside what it proves; of other files nothing, since browsers only save them. */
import type { Schema } from "@/api/types";
import { lazyPart } from "../lazyPart";
import { previewKind } from "./kinds";
import { usePreviewPlace } from "./place";
import styles from "./preview.module.css";

type Props = { file: Schema<"FileInfo">; href: string };

const FileView = lazyPart(
  () => import("./FileView").then((m) => m.FileView),
  <div className={styles.view} />,
);

export function FilePreview({ file: { id, name }, href }: Props) {
  // Asked for when somebody wants to see it, since that is noted.
  const place = usePreviewPlace();
  const kind = previewKind(name);
  if (!kind) return null;
  const shown = place.shown === id;
  const words = shown ? "收起" : "查看";
  return (
    <>
      <button
        type="button"
        aria-expanded={shown}
        aria-label={`${words}：${name}`}
        onClick={() => place.show(shown ? null : id)}
      >
        {words}
      </button>
      {shown && <FileView kind={kind} name={name} href={`/api${href}`} />}
    </>
  );
}
