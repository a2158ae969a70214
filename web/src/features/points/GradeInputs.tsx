/** A grade with everything that it was made of, in words. */
import type { Schema } from "@/api/types";
import { GRADE, GRADE_LIMIT, GRADE_PART } from "@/labels/points";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./points.module.css";

export function GradeTag({ graded }: { graded: Pick<Schema<"Graded">, "grade"> }) {
  return graded.grade ? (
    <StatusTag label={GRADE[graded.grade]} />
  ) : (
    <StatusTag tone="neutral">未评级</StatusTag>
  );
}

export function GradeInputs({ graded }: { graded: Schema<"Graded"> }) {
  const missing = graded.inputs.filter((input) => input.value === null);
  return (
    <>
      <p className={styles.gradeLine}>
        <GradeTag graded={graded} />
        {graded.mean !== null && (
          <span>
            综合得分 <strong className="num">{graded.mean}</strong>，满分 100
          </span>
        )}
      </p>
      {graded.limit && <p className="notice tone-warn form-note">{GRADE_LIMIT[graded.limit]}</p>}
      {graded.grade && graded.few && (
        <p className="card-note">可计入的办理和评价不足 5 次，样本较少，等级仅供参考。</p>
      )}
      <dl className={styles.gradeInputs}>
        {graded.inputs.map(({ part, weight, value }) => (
          <div key={part}>
            <dt>
              {GRADE_PART[part].text}
              <span className="unit">（权重 {weight}%）</span>
            </dt>
            <dd className="num">{value ?? "暂无，不计入"}</dd>
            <dd className={styles.gradeHelp}>{GRADE_PART[part].help}</dd>
          </div>
        ))}
      </dl>
      {graded.grade && missing.length > 0 && (
        <p className="card-note">
          暂无数据的项目不计入，其余项目按原有比例计算，企业的信用积分排名始终不超过 15%。
        </p>
      )}
    </>
  );
}
