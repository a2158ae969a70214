/** A verdict in words; the colour only repeats what the words say. */
import type { Tone } from "@/labels/label";
import styles from "./policyMatch.module.css";

export const Tag = ({ text, tone }: { text: string; tone: Tone }) => (
  <span className={`${styles.tag} ${styles[tone] ?? ""}`}>{text}</span>
);
