/** What the server says of figures that it cannot take, each in a sentence; else that loading failed. */
import { toProblem } from "@/api/problem";
import { LoadFailed } from "../../LoadFailed";
import styles from "./match.module.css";

export function TypedProblem({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  const { errors } = toProblem(error);
  if (errors.length === 0) return <LoadFailed onRetry={onRetry} />;
  return (
    <ul className={styles.wrong} role="alert">
      {errors.map(({ field, message }) => (
        <li key={field}>{message}</li>
      ))}
    </ul>
  );
}
