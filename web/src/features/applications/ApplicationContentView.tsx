/** What was handed in, each time, with what the rules said then. */
import { formatTime } from "@/lib/dates";
import { Card } from "@/ui/Card";
import { Parts } from "@/ui/now/Parts";
import { DateText } from "@/ui/Values";
import { ApplicationReadout } from "./ApplicationReadout";
import styles from "./applications.module.css";
import { type Detail, toContent } from "./content";
import { Precheck } from "./Precheck";

export function ApplicationContentView({ detail }: { detail: Detail }) {
  const [last, ...earlier] = detail.submissions;
  const writes = detail.state === "draft" || detail.state === "correction";
  const content = toContent(writes || !last ? detail.content : last.content);
  return (
    <Parts
      label="申请内容"
      parts={[
        {
          key: "content",
          title: writes && last ? "修改中的内容" : "申请内容",
          content: <ApplicationReadout detail={detail} content={content} />,
        },
        {
          key: "check",
          title: "条件与测算",
          content: (
            <Card title="条件与测算">
              <Precheck judged={detail.judged} />
            </Card>
          ),
        },
        ...(writes && last ? [last, ...earlier] : earlier).map((one) => ({
          key: `round-${one.round}`,
          title: `第 ${one.round} 次提交`,
          content: (
            <>
              <p className="card-note">{formatTime(one.at)} 提交</p>
              <ApplicationReadout detail={detail} content={toContent(one.content)} />
            </>
          ),
        })),
        detail.objections.length > 0 && {
          key: "objections",
          title: "公示异议",
          count: detail.objections.length,
          content: (
            <Card title="公示异议">
              <ul className={styles.conditions}>
                {detail.objections.map((one) => (
                  <li key={one.at}>
                    <span>
                      {one.text}
                      <span className={styles.told}>
                        <DateText value={one.at} />
                        {one.answer && `　答复：${one.answer}`}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          ),
        },
      ]}
    />
  );
}
