//! What is written to the firms that subscribed.

use super::facts::{ForecastStep, TOLD, ToldFact};
use chrono::Datelike as _;
use jinqiao_kernel::Day;
use jinqiao_platform::letter::{Letter, MessageTopic, Recipient, Writer, because};

/// Letters of this concept.
pub const LETTERS: Writer = Writer {
    name: "forecasts.letters",
    about: &[TOLD],
    topic: MessageTopic::Policy,
    write: |_, fact| Box::pin(async move { Ok(of_forecast(&fact.decode()?)) }),
};

/// `2027 年 3 月`.
fn month(day: Option<Day>) -> String {
    day.map(|day| format!("{} 年 {} 月", day.year(), day.month())).unwrap_or_default()
}

fn of_forecast(told: &ToldFact) -> Vec<Letter> {
    let of = &told.of;
    let (title, body) = match of.step {
        ForecastStep::Moved => (
            "政策预告调整了时间",
            format!("您订阅的政策预告“{}”调整了预计办理时间，现预计 {} 开始。", of.title, month(of.opens_month)),
        ),
        ForecastStep::Withdrawn => {
            ("政策预告已撤销", format!("您订阅的政策预告“{}”已撤销。{}", of.title, because(of.reason.as_ref())))
        }
        ForecastStep::Opened => {
            ("预告的政策已发布", format!("您订阅的政策预告“{}”已正式发布，可以查看条件和办理时间。", of.title))
        }
        ForecastStep::Published | ForecastStep::Changed => return vec![],
    };
    let link = match of.policy {
        Some(policy) if of.step == ForecastStep::Opened => format!("/policies/{policy}"),
        _ => format!("/policies/forecasts/{}", of.forecast),
    };
    let letter = |to| Letter { to: Recipient::Organization(to), title, body: body.clone(), link: link.clone() };
    told.firms.iter().copied().map(letter).collect()
}
