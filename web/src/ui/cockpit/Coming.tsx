/** A calendar of what comes: this week and the next, how much falls on each day, and below what it is. */
import { useState } from "react";
import { Link } from "react-router";
import { todayIn } from "@/lib/dates";
import { now } from "@/lib/now";
import styles from "./cockpit.module.css";
import { byDay, type ComingItem, dayName, weeksFrom } from "./coming";

const WEEKS = 2;
const HEADS = ["一", "二", "三", "四", "五", "六", "日"];
/** Days that are told while none is chosen. */
const TOLD = 3;
/** And so many things of each of them; all of a day that is chosen. */
const OF_A_DAY = 5;

export function Coming({ items, empty }: { items: readonly ComingItem[]; empty: string }) {
  const today = todayIn(now());
  const days = weeksFrom(today, WEEKS);
  const found = byDay(items, today);
  const [chosen, setChosen] = useState<string | null>(null);
  const last = days.at(-1) ?? today;
  const later = found.filter(([day]) => day > last).reduce((sum, [, { length }]) => sum + length, 0);
  const told = chosen ? found.filter(([day]) => day === chosen) : found.slice(0, TOLD);
  return (
    <>
      <table className={styles.calendar}>
        <caption className="visually-hidden">本周和下周</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                <span className="visually-hidden">周</span>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: WEEKS }, (_, week) => (
            <tr key={days[week * 7]}>
              {days.slice(week * 7, week * 7 + 7).map((day) => (
                <td key={day} aria-current={day === today ? "date" : undefined}>
                  <Day
                    day={day}
                    today={today}
                    count={found.find(([one]) => one === day)?.[1].length ?? 0}
                    chosen={day === chosen}
                    onChoose={() => setChosen(day === chosen ? null : day)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {told.map(([day, list]) => (
        <section key={day} className={styles.agenda}>
          <h3>{dayName(day, today)}</h3>
          <ul>
            {list.slice(0, chosen ? undefined : OF_A_DAY).map((item) => (
              <li key={item.key}>
                <Link to={item.to}>{item.title}</Link>
                <span>{item.what}</span>
              </li>
            ))}
          </ul>
          {!chosen && list.length > OF_A_DAY && (
            <button type="button" className={styles.rest} onClick={() => setChosen(day)}>
              查看当天其余 {list.length - OF_A_DAY} 项
            </button>
          )}
        </section>
      ))}
      {found.length === 0 && <p className="card-note">{empty}</p>}
      {later > 0 && !chosen && <p className="card-note">两周以后还有 {later} 项。</p>}
    </>
  );
}

type DayProps = { day: string; today: string; count: number; chosen: boolean; onChoose: () => void };

function Day({ day, today, count, chosen, onChoose }: DayProps) {
  const number = Number(day.slice(8));
  if (count === 0) return <span className={day < today ? styles.past : undefined}>{number}</span>;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-label={`${dayName(day, today)}，${count} 项`}
      onClick={onChoose}
    >
      {number}
      <span className={styles.dayCount} aria-hidden="true">
        {count}
      </span>
    </button>
  );
}
