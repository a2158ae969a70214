/** What waits, the nearest limit first, each with its next step. */
import { WorkList } from "@/ui/cockpit/WorkList";
import type { WorkItem } from "@/ui/cockpit/work";
import { EmptyState } from "@/ui/States";
import type { Todo } from "./todo";

/** Without a limit the order in which they come is kept. */
const itemOf = ({ key, kind, title, detail, to, due = null }: Todo, place: number): WorkItem => ({
  key: `${kind}-${key}`,
  kind,
  title,
  to,
  notes: [detail],
  due,
  since: String(place).padStart(3, "0"),
  step: { label: kind },
});

export function TodoList({ todos }: { todos: Todo[] }) {
  if (todos.length === 0)
    return <EmptyState title="没有待办事项" hint="有机构报价、授信或放款需要您答复时，会显示在这里。" />;
  return <WorkList label="待办事项" items={todos.map(itemOf)} />;
}
