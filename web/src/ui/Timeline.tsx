/** Who did what when and why, newest first. */
import type { Schema } from "@/api/types";
import { TIMELINE_SIDE } from "@/labels/organizations";
import { EmptyState } from "./States";
import { DateText } from "./Values";

export function Timeline({ items }: { items: Schema<"TimelineItem">[] }) {
  if (items.length === 0) return <EmptyState title="还没有进展记录" hint="每一步操作都会自动记录在这里。" />;
  // The server tells them in their order, also those of the same second.
  const sorted = [...items].reverse();
  return (
    <ol className="timeline">
      {sorted.map((item, index) => (
        <li
          key={`${item.at}-${item.kind}-${item.text}-${item.reason}`}
          className={index === 0 ? "timeline-item timeline-latest" : "timeline-item"}
        >
          <div className="timeline-text">{item.text}</div>
          {item.reason && <div className="timeline-reason">说明：{item.reason}</div>}
          <div className="timeline-meta">
            <DateText value={item.at} mode="time" />
            <span>{TIMELINE_SIDE[item.side].text}</span>
            {item.actor && <span>{item.actor}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
