/** What stands in the head of an item's page: at the desk the way back to the queue, alone the way to the desk. */
import { Link, useLocation } from "react-router";
import { paths } from "@/app/paths";
import { atDesk } from "@/features/reviews/deskPaths";
import { type Desk, useDesk } from "@/ui/desk/DeskContext";

const QUEUE: Desk["back"] = { to: paths.operator.home, label: "审核工作台" };

export function useReviewHead(waiting: boolean, alone = QUEUE) {
  const desk = useDesk();
  const { pathname } = useLocation();
  return {
    back: desk?.back ?? alone,
    extra: !desk && waiting && <Link to={atDesk(pathname)}>在审核工作台中打开</Link>,
  };
}
