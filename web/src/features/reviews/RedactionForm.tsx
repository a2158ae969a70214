/** What the enterprise wrote beside what institutions will read; hints at what could still identify the enterprise. */
import TextArea from "antd/es/input/TextArea";
import { useId } from "react";
import { DemandApproveIn } from "@/api/limits.gen";
import { findLeaks, type Identity } from "./leaks";
import styles from "./reviews.module.css";

type Props = {
  original: string | null | undefined;
  value: string;
  onChange: (value: string) => void;
  identity: Identity;
  /** Field error of the server. */
  error?: string;
  disabled?: boolean;
};

export function RedactionForm({ original, value, onChange, identity, error, disabled }: Props) {
  const id = useId();
  const leaks = findLeaks(value, identity);
  return (
    <div className={styles.redaction}>
      <div>
        <h3>企业填写的原文</h3>
        <p className={styles.redactionOriginal}>{original || "企业没有填写用途说明。"}</p>
      </div>
      <div>
        <h3>
          <label htmlFor={id}>对外展示文字（机构看到的内容）</label>
        </h3>
        <TextArea
          id={id}
          value={value}
          disabled={disabled}
          autoSize={{ minRows: 7, maxRows: 16 }}
          maxLength={DemandApproveIn.public_text.max}
          aria-describedby={`${id}-hint`}
          aria-invalid={error ? true : undefined}
          status={error ? "error" : leaks.length > 0 ? "warning" : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        <div id={`${id}-hint`} role="status" className={error ? "input-note input-note-err" : "input-note"}>
          {error ??
            (leaks.length > 0
              ? `请核对，文字中可能仍能识别企业：${leaks.join("、")}`
              : "请删去企业名称、品牌、产品型号、人名和联系方式。")}
        </div>
      </div>
    </div>
  );
}
