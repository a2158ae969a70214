/** Places that are empty for now: what will stand there, so that nobody looks for it in vain. */
import { StatusTag } from "../StatusTag";
import styles from "./path.module.css";

type Props = { label: string; places: readonly { title: string; text: string }[] };

export function Places({ label, places }: Props) {
  return (
    <ul className={styles.places} aria-label={label}>
      {places.map(({ title, text }) => (
        <li key={title}>
          <h3>
            {title} <StatusTag tone="neutral">尚未开放</StatusTag>
          </h3>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}
