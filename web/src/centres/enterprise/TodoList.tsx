/** What waits, each line a link to where it is done. */
import { Link } from "react-router";
import { EmptyState } from "@/ui/States";
import { StatusTag } from "@/ui/StatusTag";
import type { Todo } from "./todo";
import "./workbench.css";

export function TodoList({ todos }: { todos: Todo[] }) {
  if (todos.length === 0)
    return <EmptyState title="没有待办事项" hint="有机构报价、授信或放款需要您答复时，会显示在这里。" />;
  return (
    <ul className="todo-list">
      {todos.map((todo) => (
        <li key={`${todo.kind}-${todo.key}`}>
          <Link to={todo.to}>
            <span className="todo-title">{todo.title}</span>
            <span className="todo-detail">{todo.detail}</span>
          </Link>
          <StatusTag tone={todo.urgent ? "warn" : "info"}>
            {todo.urgent ? `尽快${todo.kind}` : todo.kind}
          </StatusTag>
        </li>
      ))}
    </ul>
  );
}
