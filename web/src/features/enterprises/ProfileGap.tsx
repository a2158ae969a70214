/** Why a demand cannot be submitted yet: the profile is not complete enough, with a way to complete it. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { fieldText } from "@/labels/fields";
import styles from "./profile.module.css";

export function ProfileGap({ profile, editPath }: { profile: Schema<"ProfileView">; editPath: string }) {
  return (
    <div className="notice tone-warn">
      <strong>企业档案还不够完整，暂时不能提交</strong>
      <p>
        目前完整度 {profile.completeness}%
        {profile.missing.length > 0 &&
          `，还缺：${profile.missing.map((field) => fieldText(field, "ProfileIn")).join("、")}`}
        。需求内容已保存为草稿，补全档案后回来即可提交。
      </p>
      <Link className={styles.gapLink} to={editPath}>
        去补全企业档案
      </Link>
    </div>
  );
}
