/** The application was saved elsewhere while this page was open: both texts, and which of them goes on. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { api, unwrap } from "@/api/client";
import { Loaded } from "@/ui/States";
import styles from "./applications.module.css";
import { type Content, type Detail, toContent } from "./content";
import { differences } from "./differences";

type Props = {
  detail: Detail;
  mine: Content;
  onAdopt: (content: Content) => void;
  /** Goes on with what stands on this page. */
  onKeep: () => void;
};

export function ConflictNote({ detail, mine, onAdopt, onKeep }: Props) {
  const { id } = detail;
  const query = useQuery({
    queryKey: ["applications", "conflict", id],
    queryFn: () => unwrap(api.GET("/enterprise/applications/{id}", { params: { path: { id } } })),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <section className={`notice tone-warn ${styles.conflict}`} aria-label="与另一处保存的内容不一致">
      <strong>这件申请已在另一个窗口或由同事保存，与本页内容不一致。两处的内容都在下面，没有丢失。</strong>
      <Loaded query={query} rows={3}>
        {(saved) => {
          const rows = differences(detail, mine, toContent(saved.content));
          return (
            <>
              {rows.length === 0 && <p>两处的内容现在一致，可以继续保存。</p>}
              {rows.map((row) => (
                <div key={row.key} className={styles.both}>
                  <dl>
                    <div>
                      <dt>本页的“{row.label}”</dt>
                      <dd>{row.mine}</dd>
                    </div>
                    <div>
                      <dt>另一处保存的“{row.label}”</dt>
                      <dd>{row.theirs}</dd>
                    </div>
                  </dl>
                  <Button
                    aria-label={`“${row.label}”采用另一处的内容`}
                    onClick={() => onAdopt(row.adopted(mine))}
                  >
                    采用另一处的内容
                  </Button>
                </div>
              ))}
              <Button type="primary" onClick={onKeep}>
                以本页现在的内容为准，继续保存
              </Button>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
