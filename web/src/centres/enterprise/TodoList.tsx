/** What waits, each line a link to where it is done. */
import { Link } from "react-router";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import type { Todo } from "./todo";
import styles from "./workbench.module.css";

export function TodoList({ todos }: { todos: Todo[] }) {
  if (todos.length === 0)
    return <EmptyState title="没有待办事项" hint="有机构报价、授信或放款需要您答复时，会显示在这里。" />;
  return (
    <ul className={styles.todoList}>
      {todos.map((todo) => (
        <li key={`${todo.kind}-${todo.key}`}>
          <Link to={todo.to}>
            <span className={styles.todoTitle}>{todo.title}</span>
            <span className={styles.todoDetail}>{todo.detail}</span>
          </Link>
          <StatusTag tone={todo.urgent ? "warn" : "info"}>
            {todo.urgent ? `尽快${todo.kind}` : todo.kind}
          </StatusTag>
        </li>
      ))}
    </ul>
  );
}
