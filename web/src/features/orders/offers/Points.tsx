/** In what something differs, point by point; nothing where it does not. */
import styles from "./offers.module.css";

export function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div className={styles.points}>
      <strong>{title}</strong>
      {points.map((point) => (
        <p key={point}>{point}</p>
      ))}
    </div>
  );
}
