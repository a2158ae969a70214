/** Beside the fields of a step: what it is good for, and what is still missing in it, as a way into the field. */
import { Form } from "antd";
import type { Schema } from "@/api/types";
import { fieldText } from "@/labels/fields";
import styles from "./profileSteps.module.css";
import type { ProfileValues } from "./profileValues";
import { fieldId, type StepKey } from "./sections";
import { filledOf, gainOf, missingIn } from "./steps";

type Props = { profile: Schema<"ProfileView">; step: StepKey; help: string };

export function StepGuide({ profile, step, help }: Props) {
  const form = Form.useFormInstance<ProfileValues>();
  const missing = missingIn(profile.missing, step);
  const filled = Form.useWatch((values) => filledOf(missing, values).join(), form) ?? "";
  const done = filled === "" ? [] : filled.split(",");
  return (
    <aside className={styles.guide} aria-label="本步说明">
      <p>{help}</p>
      {missing.length === 0 ? (
        <p className={styles.full}>本步计入完整度的内容已齐全。</p>
      ) : (
        <>
          <p>
            <strong>填全本步，完整度可提高 {gainOf(missing)} 个百分点</strong>
          </p>
          <ul className={styles.left}>
            {missing.map((field) => (
              <li key={field}>
                <button type="button" onClick={() => goTo(field)}>
                  <span>{fieldText(field, "ProfileIn")}</span>
                  <span className={styles.gain}>
                    {done.includes(field) ? "已填，待保存" : `+${gainOf([field])}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );

  /** A list has no control of its own: its first one, or the button that adds a row. */
  function goTo(field: string) {
    const place = document.getElementById(fieldId(field));
    place?.scrollIntoView({ block: "center" });
    const inner = place?.matches("input, select, textarea, button") ? place : null;
    (inner ?? place?.querySelector<HTMLElement>("input, select, textarea, button"))?.focus({
      preventScroll: true,
    });
  }
}
