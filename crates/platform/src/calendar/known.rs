//! Years that the platform brings along: 2025 and 2026 as the State Council published them, later ones provisional from the
//! statutory days (全国年节及纪念日放假办法, in force since 2025-01-01).

use super::{DayKind, WorkCalendar};
use chrono::Days;
use jinqiao_kernel::NaiveDate;
use std::collections::BTreeMap;

/// A year of the table.
pub struct KnownYear {
    pub year: i32,
    pub confirmed: bool,
    pub source: &'static str,
    pub days: Vec<(NaiveDate, DayKind, String)>,
}

/// First and last day off, `(month, day)` each, and the name.
type Holiday = ((u32, u32), (u32, u32), &'static str);

const SOURCE_2025: &str = "《国务院办公厅关于2025年部分节假日安排的通知》（国办发明电〔2024〕12号），2024年11月12日";
const SOURCE_2026: &str = "《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号），2025年11月4日";
const PROVISIONAL: &str = "暂按《全国年节及纪念日放假办法》的法定节日和周末推算，放假通知公布后请更新并确认";

const OFF_2025: [Holiday; 6] = [
    ((1, 1), (1, 1), "元旦"),
    ((1, 28), (2, 4), "春节"),
    ((4, 4), (4, 6), "清明节"),
    ((5, 1), (5, 5), "劳动节"),
    ((5, 31), (6, 2), "端午节"),
    ((10, 1), (10, 8), "国庆节、中秋节"),
];
const WORK_2025: [(u32, u32, &str); 5] =
    [(1, 26, "春节调休"), (2, 8, "春节调休"), (4, 27, "劳动节调休"), (9, 28, "国庆节调休"), (10, 11, "国庆节调休")];
const OFF_2026: [Holiday; 7] = [
    ((1, 1), (1, 3), "元旦"),
    ((2, 15), (2, 23), "春节"),
    ((4, 4), (4, 6), "清明节"),
    ((5, 1), (5, 5), "劳动节"),
    ((6, 19), (6, 21), "端午节"),
    ((9, 25), (9, 27), "中秋节"),
    ((10, 1), (10, 7), "国庆节"),
];
const WORK_2026: [(u32, u32, &str); 6] = [
    (1, 4, "元旦调休"),
    (2, 14, "春节调休"),
    (2, 28, "春节调休"),
    (5, 9, "劳动节调休"),
    (9, 20, "国庆节调休"),
    (10, 10, "国庆节调休"),
];

/// Feasts that follow the moon or the sun: year, 春节 (first of the first month), 清明, 端午, 中秋. Source: the calendar of the
/// Purple Mountain Observatory (GB/T 33661-2017, 农历的编算和颁行). Tables computed with a simpler model of the moon differ by a
/// day where a new moon falls close to midnight in Beijing: 2027-02-06 23:56 and 2030-02-03 00:07.
type Feasts = (i32, (u32, u32), (u32, u32), (u32, u32), (u32, u32));

const FEASTS: [Feasts; 4] = [
    (2027, (2, 6), (4, 5), (6, 9), (9, 15)),
    (2028, (1, 26), (4, 4), (5, 28), (10, 3)),
    (2029, (2, 13), (4, 4), (6, 16), (9, 22)),
    (2030, (2, 3), (4, 5), (6, 5), (9, 12)),
];

fn date(year: i32, (month, day): (u32, u32)) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn published(year: i32, source: &'static str, off: &[Holiday], work: &[(u32, u32, &'static str)]) -> KnownYear {
    let off = off.iter().flat_map(|(first, last, name)| {
        let last = date(year, *last);
        date(year, *first)
            .iter_days()
            .take_while(move |day| *day <= last)
            .map(|day| (day, DayKind::Off, (*name).to_owned()))
    });
    let work = work.iter().map(|(month, day, name)| (date(year, (*month, *day)), DayKind::Work, (*name).to_owned()));
    KnownYear { year, confirmed: true, source, days: off.chain(work).collect() }
}

/// The thirteen statutory days. One that falls on a weekend, or on another feast, is made up for on the next working day (第六条
/// of the rules; as published for 2020 and 2025, when 中秋 fell into 国庆).
fn provisional((year, spring, qingming, duanwu, zhongqiu): &Feasts) -> KnownYear {
    // New Year's Eve to the third day of the first month.
    let eve = date(*year, *spring).checked_sub_days(Days::new(1)).unwrap_or_default();
    let runs = [
        (date(*year, (1, 1)), 1, "元旦"),
        (eve, 4, "春节"),
        (date(*year, *qingming), 1, "清明节"),
        (date(*year, (5, 1)), 2, "劳动节"),
        (date(*year, *duanwu), 1, "端午节"),
        (date(*year, (10, 1)), 3, "国庆节"),
        (date(*year, *zhongqiu), 1, "中秋节"),
    ];
    let (mut feasts, mut owed) = (BTreeMap::<_, Vec<_>>::new(), vec![]);
    for (first, count, name) in runs {
        for day in first.iter_days().take(count) {
            feasts.entry(day).or_default().push(name);
        }
    }
    let bare = WorkCalendar::default();
    for (day, names) in &feasts {
        let made_up = names.iter().skip(usize::from(bare.works(*day)));
        owed.extend(made_up.map(|name| (*day, *name)));
    }
    let mut days: BTreeMap<_, _> = feasts.into_iter().map(|(day, names)| (day, names.join("、"))).collect();
    for (day, name) in owed {
        let free = day.iter_days().find(|next| bare.works(*next) && !days.contains_key(next));
        days.extend(free.map(|free| (free, format!("{name}补假"))));
    }
    let days = days.into_iter().map(|(day, name)| (day, DayKind::Off, name)).collect();
    KnownYear { year: *year, confirmed: false, source: PROVISIONAL, days }
}

/// Every year that is known here.
pub fn known_years() -> Vec<KnownYear> {
    let published =
        [published(2025, SOURCE_2025, &OFF_2025, &WORK_2025), published(2026, SOURCE_2026, &OFF_2026, &WORK_2026)];
    published.into_iter().chain(FEASTS.iter().map(provisional)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn make_up_days_are_weekends_and_years_have_their_working_days() {
        let years = known_years();
        let calendar =
            WorkCalendar::new(years.iter().flat_map(|year| year.days.iter().map(|(day, kind, _)| (*day, *kind))));
        for year in &years {
            let bare = WorkCalendar::default();
            for (day, kind, name) in &year.days {
                assert!(*kind == DayKind::Off || !bare.works(*day), "{day} {name}");
            }
            let days = date(year.year, (1, 1)).iter_days().take_while(|day| day <= &date(year.year, (12, 31)));
            let working = days.filter(|day| calendar.works(*day)).count();
            // 52 weeks of five days and one or two, less thirteen statutory days, which are made up for.
            assert!((247..=249).contains(&working), "{}: {working}", year.year);
        }
        assert_eq!(years.iter().filter(|year| year.confirmed).map(|year| year.year).collect::<Vec<_>>(), [2025, 2026]);
    }

    #[test]
    fn feasts_fall_on_their_days() {
        let years = known_years();
        let name = |day: &str| {
            let day: NaiveDate = day.parse().expect("a day");
            let found = years
                .iter()
                .flat_map(|year| &year.days)
                .find(|(known, kind, _)| *known == day && *kind == DayKind::Off);
            found.map(|(.., name)| name.as_str())
        };
        for (day, want) in [
            ("2027-02-05", Some("春节")),
            ("2027-02-06", Some("春节")),
            ("2027-02-09", Some("春节补假")),
            ("2027-02-10", Some("春节补假")),
            ("2027-02-11", None),
            ("2027-09-15", Some("中秋节")),
            ("2028-01-26", Some("春节")),
            ("2028-04-04", Some("清明节")),
            ("2028-05-28", Some("端午节")),
            ("2028-05-29", Some("端午节补假")),
            ("2028-10-03", Some("国庆节、中秋节")),
            ("2028-10-04", Some("国庆节补假")),
            ("2028-10-05", Some("中秋节补假")),
            ("2028-10-06", None),
            ("2029-02-13", Some("春节")),
            ("2029-06-16", Some("端午节")),
            ("2029-09-22", Some("中秋节")),
            ("2030-02-03", Some("春节")),
            ("2030-06-05", Some("端午节")),
            ("2030-09-12", Some("中秋节")),
        ] {
            assert_eq!(name(day), want, "{day}");
        }
    }
}
