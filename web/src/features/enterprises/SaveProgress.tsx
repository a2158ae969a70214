/** At the foot of the steps, always in sight: how complete the profile is, what the last save brought, and what waits to be saved. */
import { Form } from "antd";
import type { Schema } from "@/api/types";
import styles from "./profileSteps.module.css";
import type { ProfileValues } from "./profileValues";
import { filledOf, gainOf } from "./steps";

type Props = {
  profile: Schema<"ProfileView">;
  /** The completeness before the last save on this page. */
  before: number | null;
  dirty: boolean;
};

export function SaveProgress({ profile, before, dirty }: Props) {
  const form = Form.useFormInstance<ProfileValues>();
  const { completeness, missing, required_percent: needed } = profile;
  const waiting = Form.useWatch((values) => gainOf(filledOf(missing, values)), form) ?? 0;
  return (
    <div className={styles.progress}>
      <p className={styles.figures}>
        <span>
          资料完整度 <strong className="num">{completeness}%</strong>
          {waiting > 0 && (
            <span className={styles.coming}>
              {" "}
              保存后 <strong className="num">{completeness + waiting}%</strong>
            </span>
          )}
        </span>
        <span className={styles.note} role="status">
          {noteOf({
            dirty,
            gained: before === null ? null : completeness - before,
            short: needed - completeness,
          })}
        </span>
      </p>
      <div className={styles.bar} aria-hidden="true">
        <span style={{ width: `${completeness}%` }} />
        <span className={styles.barComing} style={{ width: `${waiting}%` }} />
        <i style={{ left: `${needed}%` }} />
      </div>
    </div>
  );
}

type Note = { dirty: boolean; gained: number | null; short: number };

function noteOf({ dirty, gained, short }: Note): string {
  if (gained !== null) {
    const text = gained > 0 ? `已保存，提高了 ${gained} 个百分点` : "已保存";
    return dirty ? `${text}；还有内容待保存` : text;
  }
  if (dirty) return "有内容待保存";
  return short > 0 ? `再提高 ${short} 个百分点即可提交融资需求` : "已可提交融资需求";
}
