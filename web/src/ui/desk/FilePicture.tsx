/** A picture among files, to be looked at beside what it proves; of other files nothing, since browsers only save them. */
import { useState } from "react";
import type { Schema } from "@/api/types";

type Props = { file: Schema<"FileInfo">; href: string };

const PICTURE = /\.(?:png|jpe?g)$/i;

export function FilePicture({ file: { name }, href }: Props) {
  // Asked for when somebody wants to see it, since that is noted.
  const [shown, setShown] = useState(false);
  if (!PICTURE.test(name)) return null;
  const words = shown ? "收起" : "查看";
  return (
    <>
      <button
        type="button"
        aria-expanded={shown}
        aria-label={`${words}：${name}`}
        onClick={() => setShown(!shown)}
      >
        {words}
      </button>
      {shown && <img className="file-picture" src={`/api${href}`} alt={name} />}
    </>
  );
}
