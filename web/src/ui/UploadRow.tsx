/** One file of an upload: name, size, how far it is or why it failed, and what can be done. */

import { Button } from "antd";
import { sizeText } from "@/lib/fileSize";
import type { Upload } from "./useUploads";

type Props = { item: Upload; onRetry: () => void; onRemove: () => void };

export function UploadRow({ item, onRetry, onRemove }: Props) {
  return (
    <li className={`upload-row upload-${item.state}`}>
      <div className="upload-text">
        <span className="upload-name">{item.name}</span>
        <span className="upload-note">
          {item.size !== null && sizeText(item.size)}
          {item.state === "stored" && <span className="upload-ok">已上传</span>}
        </span>
        {item.state === "sending" && (
          <progress max={100} value={item.percent} aria-label={`${item.name} 的上传进度`}>
            {item.percent}%
          </progress>
        )}
        {item.state === "failed" && (
          <span className="upload-error" role="alert">
            {item.message}
          </span>
        )}
      </div>
      <div className="upload-buttons">
        {item.state === "failed" && item.again && (
          <Button onClick={onRetry} aria-label={`重新上传 ${item.name}`}>
            重新上传
          </Button>
        )}
        <Button onClick={onRemove} aria-label={`${item.state === "sending" ? "取消" : "移除"} ${item.name}`}>
          {item.state === "sending" ? "取消" : "移除"}
        </Button>
      </div>
    </li>
  );
}
