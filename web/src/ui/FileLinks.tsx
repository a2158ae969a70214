/** Stored files to download, with size. Each download is noted by the server. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { sizeText } from "@/lib/fileSize";
import "./upload.css";

type Props = {
  files: Schema<"FileInfo">[];
  href: (id: string) => string;
  empty?: string;
  /** Stands beside or below a file, such as a FilePreview. */
  extra?: (file: Schema<"FileInfo">) => ReactNode;
};

export function FileLinks({ files, href, empty = "没有附件", extra }: Props) {
  if (files.length === 0) return <p className="card-note">{empty}</p>;
  return (
    <ul className="file-links">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api${href(file.id)}`} download>
            {file.name}
          </a>
          <span className="upload-note">{sizeText(file.size)}</span>
          {extra?.(file)}
        </li>
      ))}
    </ul>
  );
}

/** Path of the content of one of the own organisation's files. */
export const ownFile = (id: string) => `/files/${id}/content`;
