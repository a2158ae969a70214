/** 同义词: the groups in force with their form, a trial, the versions before, and how it goes with vectors. */
import { useQuery } from "@tanstack/react-query";
import { Card } from "@/ui/Card";
import { EmptyState, Loaded } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import { DateText } from "@/ui/Values";
import { Embeddings } from "./Embeddings";
import { SynonymsForm } from "./SynonymsForm";
import { synonymsQuery } from "./synonyms";

export function Synonyms() {
  const query = useQuery(synonymsQuery);
  return (
    <Loaded query={query} rows={10}>
      {(current) => (
        <div className="stack">
          <SynonymsForm key={current.version} current={current} />
          <Card title="同义词版本">
            {current.versions.length === 0 ? (
              <EmptyState title="还没有修改过" hint="目前使用平台自带的常用同义词。" />
            ) : (
              <ul className="link-list">
                {current.versions.map((version) => (
                  <li key={version.version}>
                    第 {version.version} 版 · <DateText value={version.at} mode="time" /> · {version.reason}{" "}
                    {version.version === current.version && <StatusTag tone="ok">现行</StatusTag>}
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Embeddings />
        </div>
      )}
    </Loaded>
  );
}
