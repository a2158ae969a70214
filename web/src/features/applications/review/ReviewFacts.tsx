/** What a reviewer reads of an application: what was handed in and what changed since last time, the conditions, who else used the same papers,
 *  what was said so far. */
import { Link } from "react-router";
import type { Schema } from "@/api/types";
import { APPLICATION_STATE, REVIEW_SEAT, TRACE_KIND } from "@/labels/applications";
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { FileLinks } from "@/ui/FileLinks";
import { FilePreview } from "@/ui/preview/FilePreview";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { ApplicationReadout } from "../ApplicationReadout";
import styles from "../applications.module.css";
import { toContent } from "../content";
import { differences } from "../differences";
import { Precheck } from "../Precheck";
import { handedInFile } from "./queries";

type Detail = Schema<"ApplicationDetail">;
type Props = { detail: Detail };

/** What is different from what was handed in before. */
export function Changes({ detail }: Props) {
  const [last, before] = detail.submissions;
  if (!last || !before) return null;
  const changed = differences(detail, toContent(last.content), toContent(before.content));
  return (
    <Card title={`与第 ${before.round} 次提交相比`}>
      {changed.length === 0 ? (
        <p className="card-note">填写的内容没有变化。</p>
      ) : (
        <dl className={styles.brought}>
          {changed.map(({ key, label, mine, theirs }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <del>{theirs}</del> <ins>{mine}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

export function HandedIn({ detail }: Props) {
  return (
    <ApplicationReadout detail={detail} content={toContent(detail.content)} href={handedInFile(detail.id)} />
  );
}

export function Conditions({ detail }: Props) {
  return (
    <Card title="条件与测算">
      <Precheck judged={detail.judged} reader="department" />
    </Card>
  );
}

/** 重复申领. */
export function SharedPapers({ detail, link }: Props & { link: (id: string) => string }) {
  if (detail.shared.length === 0) return null;
  return (
    <Card title="疑似重复申领">
      <p className="notice tone-warn">以下申请使用了相同的发票、合同编号或文件，请核对是否重复享受。</p>
      <ul className="plain-list">
        {detail.shared.map((one) => (
          <li key={`${one.application_id} ${one.kind} ${one.label}`}>
            {one.own ? <Link to={link(one.application_id)}>{one.no}</Link> : one.no}{" "}
            <StatusTag label={APPLICATION_STATE[one.state]} />
            <p className="card-note">
              {one.same_enterprise ? "本企业" : "其他企业"} · {one.title} · {TRACE_KIND[one.kind]}：
              {one.label}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function AllFiles({ detail }: Props) {
  const href = handedInFile(detail.id);
  return (
    <Card title="附件">
      <FileLinks
        files={detail.files}
        href={href}
        extra={(file) => <FilePreview file={file} href={href(file.id)} />}
      />
    </Card>
  );
}

export function Opinions({ detail }: Props) {
  if (detail.opinions.length === 0) return null;
  return (
    <Card title="审核意见">
      <ul className="plain-list">
        {detail.opinions.map((one) => (
          <li key={`${one.at} ${one.seat}`}>
            <strong>
              {REVIEW_SEAT[one.seat]} · {one.by}
            </strong>
            <p className="card-note">
              第 {one.round} 次提交 · {formatTime(one.at)} · {APPLICATION_STATE[one.led_to].text}
            </p>
            <p>{one.text}</p>
            {one.faults.length > 0 && (
              <ol>
                {one.faults.map((fault) => (
                  <li key={`${fault.place} ${fault.text}`}>{fault.text}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Objections({ detail }: Props) {
  if (detail.objections.length === 0) return null;
  return (
    <Card title="公示异议">
      <ul className="plain-list">
        {detail.objections.map((one) => (
          <li key={one.at}>
            <strong>{one.by}</strong> <DateText value={one.at} />
            <p>{one.text}</p>
            {one.answer && (
              <p className="card-note">
                {one.upheld ? "异议成立" : "异议不成立"}：{one.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
