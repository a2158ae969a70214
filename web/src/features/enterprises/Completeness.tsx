/** How complete the profile is, and what is missing as links to the fields. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { fieldText } from "@/labels/fields";
import styles from "./profile.module.css";
import { fieldId } from "./sections";

type Props = { profile: Schema<"ProfileView">; editPath: string };

export function Completeness({ profile, editPath }: Props) {
  const { completeness, missing, required_percent: needed } = profile;
  return (
    <div className="completeness">
      <div className={styles.completenessHead}>
        <strong>资料完整度</strong>
        <span className="num">{completeness}%</span>
      </div>
      <progress className={styles.completenessBar} max={100} value={completeness} aria-label="资料完整度">
        {completeness}%
      </progress>
      <p className={styles.completenessHint}>
        {completeness >= needed
          ? missing.length > 0
            ? "已可以提交融资需求。资料越完整，机构越容易给出合适的报价。"
            : "资料已完整。如有变化，请及时更新。"
          : `完整度达到 ${needed}% 后才能提交融资需求。`}
      </p>
      {missing.length > 0 && (
        <>
          <p>还缺 {missing.length} 项：</p>
          <ul className={styles.missingFields}>
            {missing.map((field) => (
              <li key={field}>
                <Link to={`${editPath}#${fieldId(field)}`}>{fieldText(field, "ProfileIn")}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
