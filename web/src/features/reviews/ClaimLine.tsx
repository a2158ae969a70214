/** Below the filters of the queue: only one's own entries, and the way to take the next ones. */
import { Button } from "antd";
import styles from "@/ui/desk/desk.module.css";
import { NEXT, useClaimNext } from "./useClaim";
import type { Queue } from "./useQueue";

export function ClaimLine({ queue }: { queue: Queue }) {
  const { list, kind, own } = queue;
  const next = useClaimNext(kind, () => list.setFilters({ own: "1", state: undefined }));
  return (
    <div className={styles.claims}>
      <label>
        <input
          type="checkbox"
          checked={own}
          onChange={(event) => list.setFilters({ own: event.target.checked ? "1" : undefined })}
        />
        只看我领取的
      </label>
      <Button size="small" loading={next.pending} onClick={next.take}>
        领取 {NEXT} 件
      </Button>
    </div>
  );
}
