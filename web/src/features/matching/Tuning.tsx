/** The settings in force with their form, and the versions before. */
import { useQuery } from "@tanstack/react-query";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { TuningForm } from "./TuningForm";
import { settingsQuery } from "./tuning";

export function Tuning() {
  const query = useQuery(settingsQuery);
  return (
    <Loaded query={query} rows={10}>
      {(versions) => {
        const current = versions[0];
        if (!current) return <EmptyState title="没有设置" />;
        return (
          <div className="stack">
            <TuningForm key={current.version} current={current} />
            <Card title="设置版本">
              <ul className="link-list">
                {versions.map((version) => (
                  <li key={version.version}>
                    第 {version.version} 版 ·{" "}
                    {version.at ? <DateText value={version.at} mode="time" /> : "平台启用时"} ·{" "}
                    {version.reason} {version === current && <StatusTag tone="ok">现行</StatusTag>}
                  </li>
                ))}
              </ul>
            </Card>
          </div>
        );
      }}
    </Loaded>
  );
}
