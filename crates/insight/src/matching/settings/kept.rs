//! Settings as they are kept. Those of before there was a network are read as what they were: it counted nothing. What comes from a page
//! has to be whole.

use super::model::MatchSettings;
use jinqiao_matching::Weights;
use serde::{Deserialize, Serialize};

/// Settings of a version.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Shape")]
pub struct Kept(pub MatchSettings);

#[derive(Deserialize)]
#[serde(untagged)]
enum Shape {
    Whole(MatchSettings),
    BeforeNetwork { weights: OldWeights, share_cap: i32, lead: i32 },
}

#[derive(Deserialize)]
struct OldWeights {
    fit: i32,
    price: i32,
    guarantee: i32,
    affinity: i32,
    text: i32,
    history: i32,
    service: i32,
    first_loan: i32,
}

impl From<OldWeights> for Weights {
    fn from(old: OldWeights) -> Self {
        let OldWeights { fit, price, guarantee, affinity, text, history, service, first_loan } = old;
        Self { fit, price, guarantee, affinity, tags: 0, text, history, network: 0, service, first_loan }
    }
}

impl From<Shape> for Kept {
    fn from(shape: Shape) -> Self {
        Self(match shape {
            Shape::Whole(settings) => settings,
            Shape::BeforeNetwork { weights, share_cap, lead } => {
                MatchSettings { weights: weights.into(), share_cap, lead, ..MatchSettings::BEFORE_NETWORK }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_before_are_still_read_and_pages_have_to_say_all() {
        let old = r#"{"weights":{"fit":25,"price":20,"guarantee":15,"affinity":10,"text":5,"history":10,"service":10,"first_loan":5},"share_cap":4000,"lead":10}"#;
        assert_eq!(serde_json::from_str::<Kept>(old).expect("settings").0, MatchSettings::BEFORE_NETWORK);
        assert!(serde_json::from_str::<MatchSettings>(old).is_err());
        let now = serde_json::to_string(&Kept(MatchSettings::default())).expect("it is written");
        assert_eq!(serde_json::from_str::<Kept>(&now).expect("settings").0, MatchSettings::default());
        let untagged = now.replace("\"tags\":5,", "");
        let read = serde_json::from_str::<Kept>(&untagged).expect("settings of before tags counted").0;
        assert!(untagged != now && read.weights.tags == 0);
        let less = now.replace(",\"lambda\":null", "");
        assert!(less != now && serde_json::from_str::<MatchSettings>(&less).is_err(), "{less}");
    }
}
