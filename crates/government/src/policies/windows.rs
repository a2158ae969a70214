//! When an item takes applications (申报批次): one to twelve windows in time order, of which no two overlap. Whatever asks whether an item is
//! open asks here.

use jinqiao_kernel::{Checks, Day, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Windows after the first.
pub const MOST_LATER: usize = 11;

/// Days on which applications are taken, both of them included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyWindow {
    /// First day.
    pub opens_on: Option<Day>,
    /// Last day; none without an end.
    pub closes_on: Option<Day>,
}

impl PolicyWindow {
    fn holds(self, day: NaiveDate) -> bool {
        self.opens_on.is_none_or(|from| *from <= day) && !self.over(day)
    }

    fn over(self, day: NaiveDate) -> bool {
        self.closes_on.is_some_and(|to| *to < day)
    }
}

/// How an item stands on a day, by its windows alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It takes applications in this window.
    Now(PolicyWindow),
    /// It will, next in this one.
    Later(PolicyWindow),
    /// This was the last one.
    Over(PolicyWindow),
}

impl Opening {
    /// How windows in time order stand on `day`.
    pub fn of(windows: impl IntoIterator<Item = PolicyWindow>, day: NaiveDate) -> Self {
        let mut last = PolicyWindow::default();
        for window in windows {
            if window.holds(day) {
                return Self::Now(window);
            }
            if !window.over(day) {
                return Self::Later(window);
            }
            last = window;
        }
        Self::Over(last)
    }

    /// It takes applications.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Now(_))
    }

    /// The present window, else the next, else the last one.
    pub fn window(self) -> PolicyWindow {
        let (Self::Now(window) | Self::Later(window) | Self::Over(window)) = self;
        window
    }
}

/// Checks that each of the `windows` ends after it begins, and before the next begins; unless it has to be `whole`, days may be missing.
/// The first stands at the item itself, the others below `later_windows`.
pub fn check(windows: impl IntoIterator<Item = PolicyWindow>, whole: bool, checks: &mut Checks) {
    let named = |at: usize, name: &str| match at {
        0 => name.to_owned(),
        _ => format!("later_windows[{}].{name}", at - 1),
    };
    let mut before: Option<PolicyWindow> = None;
    for (at, window) in windows.into_iter().enumerate() {
        checks.that("later_windows", at <= MOST_LATER, "一个事项最多 12 个批次");
        if at > MOST_LATER {
            break;
        }
        let PolicyWindow { opens_on, closes_on } = window;
        if let (Some(from), Some(to)) = (opens_on, closes_on) {
            checks.that(&named(at, "closes_on"), from <= to, "截止日期不能早于开始日期");
        }
        if let Some(before) = before {
            checks.that(&named(at, "opens_on"), opens_on.is_some() || !whole, "请填写开始日期");
            let ended = before.closes_on.is_some() || !whole;
            checks.that(&named(at - 1, "closes_on"), ended, "后面还有批次，请填写截止日期");
            if let (Some(end), Some(from)) = (before.closes_on, opens_on) {
                checks.that(&named(at, "opens_on"), end < from, "须晚于上一批次的截止日期");
            }
        }
        before = Some(window);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn window(from: &str, to: &str) -> PolicyWindow {
        let read = |text: &str| (!text.is_empty()).then(|| day(text).into());
        PolicyWindow { opens_on: read(from), closes_on: read(to) }
    }

    #[test]
    fn the_present_window_else_the_next_else_the_last() {
        let (first, second) = (window("2026-11-01", "2026-11-30"), window("2027-03-01", "2027-03-31"));
        for (today, expected) in [
            ("2026-10-31", Opening::Later(first)),
            ("2026-11-01", Opening::Now(first)),
            ("2026-11-30", Opening::Now(first)),
            ("2026-12-01", Opening::Later(second)),
            ("2027-02-28", Opening::Later(second)),
            ("2027-03-01", Opening::Now(second)),
            ("2027-03-31", Opening::Now(second)),
            ("2027-04-01", Opening::Over(second)),
        ] {
            assert_eq!(Opening::of([first, second], day(today)), expected, "{today}");
        }
        let endless = window("2026-11-01", "");
        assert_eq!(Opening::of([endless], day("2036-01-01")), Opening::Now(endless));
        assert_eq!(Opening::of([window("", "")], day("2036-01-01")), Opening::Now(window("", "")));
    }

    #[test]
    fn windows_stand_in_order_and_apart() {
        let faults = |windows: &[PolicyWindow], whole: bool| {
            let mut checks = Checks::new();
            check(windows.iter().copied(), whole, &mut checks);
            let error = checks.done().err();
            error
                .map(|error| error.fields().iter().map(|one| one.field.clone()).collect::<Vec<_>>())
                .unwrap_or_default()
        };
        let (one, two) = (window("2026-11-01", "2026-11-30"), window("2027-03-01", "2027-03-31"));
        assert_eq!(faults(&[one], true), [""; 0]);
        assert_eq!(faults(&[one, two], true), [""; 0]);
        assert_eq!(faults(&[one, window("2026-12-01", "")], true), [""; 0]);
        assert_eq!(faults(&[two, one], true), ["later_windows[0].opens_on"]);
        assert_eq!(faults(&[one, window("2026-11-30", "2026-12-05")], true), ["later_windows[0].opens_on"]);
        assert_eq!(faults(&[window("2026-11-01", ""), two], true), ["closes_on"]);
        assert_eq!(faults(&[one, window("", "2027-01-01")], true), ["later_windows[0].opens_on"]);
        assert_eq!(faults(&[window("2026-11-01", ""), window("", "")], false), [""; 0]);
        assert_eq!(faults(&[window("2026-11-02", "2026-11-01")], false), ["closes_on"]);
        let many: Vec<_> =
            (1..=13).map(|day| window(&format!("2026-11-{day:02}"), &format!("2026-11-{day:02}"))).collect();
        assert_eq!(faults(&many[..12], true), [""; 0]);
        assert_eq!(faults(&many, true), ["later_windows"]);
    }
}
