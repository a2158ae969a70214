/** A policy item as a firm reads it: who, how much, until when, what to bring, how long, whom to ask. Plain markup, for the portal too. */
import type { ReactNode } from "react";
import type { Schema } from "@/api/types";
import { textOf } from "@/labels/label";
import {
  capText,
  MATERIAL_SOURCE,
  POLICY_CLASS,
  POLICY_LEVEL,
  POLICY_MODE,
  totalDays,
  windowText,
} from "@/labels/policies";
import { sizeText } from "@/lib/fileSize";
import { moneyText } from "@/lib/money";
import styles from "./policyReadout.module.css";

type Line = Schema<"ConditionLine">;

const GROUP: Record<Line["part"], string> = { all: "须同时符合：", any: "符合其中一项即可：", test: "" };

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Each line indented by the groups it stands in; the outermost group needs no indent. */
function ConditionLines({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return <p>没有其他条件。</p>;
  return (
    <ul className={styles.lines}>
      {lines.map((line, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a version never change their places.
          key={at}
          className={line.part === "test" ? undefined : styles.joined}
          style={{ marginInlineStart: `${Math.max(0, line.depth - 1) * 1.25}rem` }}
        >
          {line.part === "test" ? line.sentence : <strong>{GROUP[line.part]}</strong>}
          {line.evidence && <span className={styles.note}>（以{line.evidence}为准）</span>}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  content: Schema<"PolicyContent">;
  conditions: readonly Line[];
  /** The present one of its windows, else the next. */
  window: Schema<"PolicyWindow">;
  files: readonly Schema<"FileInfo">[];
  /** Where one of them is fetched, below `/api`. */
  fileLink: (id: string) => string;
};

export function PolicyReadout({ content, conditions, window, files, fileLink }: Props) {
  const { standard, materials = [], steps = [], contacts = [], faq = [] } = content;
  const days = totalDays(steps);
  const windows = [content, ...(content.later_windows ?? [])];
  const blocks = content.form?.blocks ?? [];
  // What is computed, and what stands above others, is not asked.
  const asked = blocks
    .filter(({ input }) => typeof input === "object" && !("computed" in input))
    .map(({ label }) => label);
  const facts: [string, ReactNode][] = [
    ["政策级别", textOf(POLICY_LEVEL, content.level)],
    ["事项类别", textOf(POLICY_CLASS, content.class)],
    ["办理方式", textOf(POLICY_MODE, content.mode)],
    ["办理时间", windowText(window)],
    ["兑现上限", capText(standard?.cap)],
    ["办理时限", days ? `${days} 个工作日` : "—"],
  ];
  return (
    <div className={styles.readout}>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Section title="惠及对象">
        <p className={styles.text}>{content.object || "—"}</p>
      </Section>
      <Section title="申报条件">
        <ConditionLines lines={conditions} />
      </Section>
      <Section title="扶持内容">
        <p className={styles.text}>{content.benefit || "—"}</p>
        {standard?.floor && (
          <p className={styles.note}>
            {`按标准计算不足 ${moneyText(standard.floor.amount)}的，`}
            {standard.floor.below === "floor"
              ? `按 ${moneyText(standard.floor.amount)} 兑现。`
              : "不予兑现。"}
          </p>
        )}
        {content.budget && <p className={styles.note}>预算总额 {moneyText(content.budget)}。</p>}
      </Section>
      {windows.length > 1 && (
        <Section title="申报批次">
          <ol className={styles.lines}>
            {windows.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: batches are counted.
              <li key={at}>{windowText(one)}</li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="申报材料">
        {materials.length === 0 ? (
          <p>不需要提交材料。</p>
        ) : (
          <ul className={styles.lines}>
            {materials.map((one) => (
              <li key={one.name}>
                {one.name}
                <span className={styles.note}>
                  （{MATERIAL_SOURCE[one.source ?? "upload"]}
                  {one.required ? "，必备" : ""}）
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {asked.length > 0 && (
        <Section title="申报时填写的内容">
          <p>{asked.join("、")}</p>
        </Section>
      )}
      <Section title="办理流程">
        <ol className={styles.lines}>
          {steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step may stand twice.
            <li key={at}>
              {step.name}
              {step.days ? <span className={styles.note}>（{step.days} 个工作日）</span> : null}
            </li>
          ))}
        </ol>
      </Section>
      <Section title="咨询方式">
        <ul className={styles.lines}>
          {contacts.map((one) => (
            <li key={`${one.name}${one.phone}`}>
              {one.name} {one.phone}
              {one.place && <span className={styles.note}>（{one.place}）</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="政策依据">
        <p>
          {content.document_no || "—"}
          {content.document_link && (
            <>
              {" "}
              <a href={content.document_link} target="_blank" rel="noreferrer noopener">
                查看原文
              </a>
            </>
          )}
        </p>
      </Section>
      {files.length > 0 && (
        <Section title="附件">
          <ul className={styles.lines}>
            {files.map((file) => (
              <li key={file.id}>
                <a href={`/api${fileLink(file.id)}`} download>
                  {file.name}
                </a>
                <span className={styles.note}>（{sizeText(file.size)}）</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {faq.length > 0 && (
        <Section title="常见问题">
          {faq.map((one) => (
            <details key={one.question} className={styles.faq}>
              <summary>{one.question}</summary>
              <p className={styles.text}>{one.answer}</p>
            </details>
          ))}
        </Section>
      )}
    </div>
  );
}
