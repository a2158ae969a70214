/** What the enterprise wrote beside what institutions will read; what tells who the enterprise is stands marked in both. */
import TextArea from "antd/es/input/TextArea";
import { useId } from "react";
import { useHits } from "@/api/identifying";
import { DemandApproveIn } from "@/api/limits.gen";
import type { Schema } from "@/api/types";
import { MarkedText } from "@/ui/MarkedText";
import styles from "./reviews.module.css";

type Props = {
  demand: Schema<"DemandView">;
  value: string;
  onChange: (value: string) => void;
  /** Field error of the server. */
  error?: string;
  disabled?: boolean;
};

export function RedactionForm({ demand, value, onChange, error, disabled }: Props) {
  const id = useId();
  const hits = useHits(value, demand.id);
  const original = demand.use_text;
  const tags = demand.tags?.map((tag, index) => ({ tag, found: hitsIn(demand, `tags[${index}]`) })) ?? [];
  return (
    <div className={styles.redaction}>
      <div>
        <h3>企业填写的原文</h3>
        <p className={styles.redactionOriginal}>
          {original ? (
            <MarkedText text={original} hits={hitsIn(demand, "use_text")} />
          ) : (
            "企业没有填写用途说明。"
          )}
        </p>
        {tags.some(({ found }) => found.length > 0) && (
          <p className="input-note input-note-err">
            标签会原样公开，标出的内容可能暴露企业身份，请退回补正：
            {tags.map(({ tag, found }, index) => (
              <span key={tag}>
                {index > 0 && "、"}
                <MarkedText text={tag} hits={found} />
              </span>
            ))}
          </p>
        )}
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
          status={error ? "error" : hits.length > 0 ? "warning" : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
        <div id={`${id}-hint`} role="status" className={error ? "input-note input-note-err" : "input-note"}>
          {error ??
            (hits.length > 0 ? (
              <>
                请修改标出的文字，其中可能仍能识别企业：
                <MarkedText text={value} hits={hits} />
              </>
            ) : (
              "请删去企业名称、品牌、产品型号、人名和联系方式。"
            ))}
        </div>
      </div>
    </div>
  );
}

const hitsIn = (demand: Schema<"DemandView">, field: string) =>
  demand.identifying.filter((hit) => hit.field === field);
