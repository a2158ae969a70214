/** Stored files to download, with size. Each download is noted by the server. */
import { useState } from "react";
import type { Schema } from "@/api/types";
import { sizeText } from "@/lib/fileSize";
import "./upload.css";

type Props = {
  files: Schema<"FileInfo">[];
  href: (id: string) => string;
  empty?: string;
  /** Pictures can be looked at here, beside what they prove. Browsers save all else. */
  viewable?: boolean;
};

const PICTURE = /\.(?:png|jpe?g)$/i;

export function FileLinks({ files, href, empty = "没有附件", viewable }: Props) {
  if (files.length === 0) return <p className="card-note">{empty}</p>;
  return (
    <ul className="file-links">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api${href(file.id)}`} download>
            {file.name}
          </a>
          <span className="upload-note">{sizeText(file.size)}</span>
          {viewable && PICTURE.test(file.name) && <Picture name={file.name} src={`/api${href(file.id)}`} />}
        </li>
      ))}
    </ul>
  );
}

/** Asked for when somebody wants to see it, since that is noted. */
function Picture({ name, src }: { name: string; src: string }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={shown}
        aria-label={`${shown ? "收起" : "查看"}：${name}`}
        onClick={() => setShown(!shown)}
      >
        {shown ? "收起" : "查看"}
      </button>
      {shown && <img className="file-picture" src={src} alt={name} />}
    </>
  );
}

/** Path of the content of one of the own organisation's files. */
export const ownFile = (id: string) => `/files/${id}/content`;
