//! Who is told what.

use jinqiao_db::{Audience, LiveEvent};
use jinqiao_kernel::{Actor, Role};

/// The topics that `actor` is told of `event`: the fact's concept, `market` where the market changed, `reviews` where
/// the operator's queue may have.
pub fn topics(event: &LiveEvent, actor: &Actor) -> Vec<String> {
    let Some(topic) = &event.topic else { return vec![] };
    let mut told: Vec<String> = vec![];
    for audience in event.audience.iter() {
        let name = match audience {
            Audience::Org(org) if *org == actor.org => topic.as_str(),
            Audience::Account(account) if *account == actor.account => topic.as_str(),
            Audience::Role(role) if *role == actor.role => "reviews",
            Audience::Market if actor.role == Role::Institution && actor.certified => "market",
            _ => continue,
        };
        if !told.iter().any(|known| known == name) {
            told.push(name.to_owned());
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::{Access, AccountId, OrgId, OrgKind, RequestMeta, SessionId, UnitId};
    use uuid::Uuid;

    fn actor(role: Role, org: u128, certified: bool) -> Actor {
        Actor {
            account: AccountId(Uuid::from_u128(org + 100)),
            name: "甲".into(),
            org: OrgId(Uuid::from_u128(org)),
            unit: UnitId(Uuid::nil()),
            org_kind: OrgKind::Institution,
            role,
            registered: true,
            primary: true,
            access: Access::Handle,
            owes: None,
            certified,
            reach: None,
            session: SessionId(Uuid::nil()),
            request: RequestMeta::default(),
        }
    }

    #[test]
    fn only_those_concerned_are_told() {
        let (firm, bank) = (actor(Role::Enterprise, 1, false), actor(Role::Institution, 2, true));
        let (newcomer, operator) = (actor(Role::Institution, 3, false), actor(Role::Operator, 4, false));
        let all = [&firm, &bank, &newcomer, &operator];
        for (audience, want) in [
            (vec![Audience::Org(firm.org), Audience::Org(bank.org)], [vec!["orders"], vec!["orders"], vec![], vec![]]),
            (vec![Audience::Org(firm.org), Audience::Market], [vec!["orders"], vec!["market"], vec![], vec![]]),
            (vec![Audience::Role(Role::Operator)], [vec![], vec![], vec![], vec!["reviews"]]),
            (vec![Audience::Account(bank.account)], [vec![], vec!["orders"], vec![], vec![]]),
        ] {
            let event = LiveEvent::new(Some("orders".into()), audience);
            assert_eq!(all.map(|actor| topics(&event, actor)), want, "{:?}", event.audience);
        }
    }
}
