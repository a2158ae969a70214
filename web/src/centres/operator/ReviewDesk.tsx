/** 审核工作台: the queue on the left, what is opened from it on the right; on phones one after the other. */
import { Outlet, useLocation } from "react-router";
import { QueueList } from "@/features/reviews/QueueList";
import { useQueue } from "@/features/reviews/useQueue";
import { deskLink, useReviewDesk } from "@/features/reviews/useReviewDesk";
import { DeskProvider } from "@/ui/desk/DeskContext";
import styles from "@/ui/desk/desk.module.css";
import { lazyPart } from "@/ui/lazyPart";

const DeskHelp = lazyPart(() => import("@/ui/desk/DeskHelp").then((m) => m.DeskHelp));

export function ReviewDesk() {
  const queue = useQueue();
  const { pathname, search } = useLocation();
  const { desk, open, keys, help, openHelp, closeHelp, wide } = useReviewDesk(queue);
  return (
    <DeskProvider value={desk}>
      <div className={wide ? styles.desk : undefined}>
        {wide && (
          <QueueList
            queue={queue}
            link={(item) => `${deskLink(search, item.link).pathname}${search}`}
            open={open}
            offered={keys}
            onHelp={openHelp}
          />
        )}
        {/* Nothing of one item, such as what was typed, may stay when the next of its kind is opened. */}
        <div className={styles.pane} key={pathname}>
          <Outlet />
        </div>
      </div>
      {help && <DeskHelp onClose={closeHelp} />}
    </DeskProvider>
  );
}
