/** Chooses and uploads files: by the button, by keyboard, or by dropping them here. The value is the list of file ids. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import type { Schema } from "@/api/types";
import { type UploadPlace, uploadRulesQuery } from "@/api/upload";
import { roomText } from "@/lib/fileSize";
import { FILE_TYPES, typeWords, type UploadRules } from "./fileRules";
import { UploadRow } from "./UploadRow";
import { useUploads } from "./useUploads";
import "./upload.css";

type Props = {
  /** Given by Form.Item. */
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** Names of the files that the record has already. */
  known?: Schema<"FileInfo">[];
  /** Told when files are under way, so that nobody submits without them. */
  onBusy?: (busy: boolean) => void;
  label: string;
  /** So many files, where the form takes fewer than the platform does. */
  most?: number;
  /** Kinds of files by their extensions, where the form takes fewer than the platform does. */
  types?: string;
  /** Where it is no file of the own organisation: where it goes then, and under which rules. */
  elsewhere?: { place: UploadPlace; rules: UploadRules };
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
};

const NONE: string[] = [];
const NOTHING: Schema<"FileInfo">[] = [];

export function UploadField(props: Props) {
  const { id, value = NONE, onChange, known = NOTHING, onBusy, label, "aria-describedby": described } = props;
  const { data } = useQuery({ ...uploadRulesQuery, enabled: !props.elsewhere });
  const rules =
    props.elsewhere?.rules ?? (data && { ...data, most: props.most ?? data.most, types: props.types });
  const changed = useRef(onChange);
  changed.current = onChange;
  const [emit] = useState(() => (ids: string[]) => changed.current?.(ids));
  const uploads = useUploads({ value, known, rules, place: props.elsewhere?.place, onChange: emit });
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const { busy } = uploads;
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  const take = (files: FileList | null) => files && uploads.add(Array.from(files));
  return (
    <div className="upload">
      <fieldset
        aria-label={`拖放文件：${label}`}
        className={over ? "upload-drop is-over" : "upload-drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          multiple={rules?.most !== 1}
          accept={rules?.types ?? FILE_TYPES}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
        <Button
          id={id}
          onClick={() => input.current?.click()}
          aria-label={`选择文件：${label}`}
          aria-describedby={[hint, described].filter(Boolean).join(" ")}
        >
          选择文件
        </Button>
        <span className="upload-hint" id={hint}>
          <span className="upload-drag">可将文件拖到此处。</span>
          支持 {typeWords(rules?.types ?? FILE_TYPES)}
          {rules && `，单个不超过 ${rules.megabytes} MB，最多 ${rules.most} 个`}
          {rules?.storage && `。本单位附件空间${roomText(rules.storage)}`}
        </span>
      </fieldset>
      {uploads.items.length > 0 && (
        <ul className="upload-list" aria-label={`${label}列表`}>
          {uploads.items.map((item) => (
            <UploadRow
              key={item.key}
              item={item}
              onRetry={() => uploads.retry(item)}
              onRemove={() => uploads.remove(item.key)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
