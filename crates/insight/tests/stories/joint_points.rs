//! Points of a joint credit: its members share what one order gives.

use crate::{
    points::of,
    stage::joint::{WAN, accept_sheet, act, inviting, opening, pay, proposal, share},
};
use serde_json::json;

#[tokio::test]
async fn members_share_what_one_order_gives_and_who_leads_gets_more() {
    let stage = crate::stage::start().await;
    let (firm, lead, member) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let guarantor = stage.institution_of(4, "guarantor").await;
    let mut input = proposal(1_000, 300, &[&member, &guarantor]);
    input["guaranteed"] = json!(400 * WAN);
    let joint = inviting(&stage, &firm, &lead, 1_000, input).await;
    act(&member, &joint.id, "commit", share(700, 420)).await.expect(200);
    let fee = json!({"amount": 400 * WAN, "rate": null, "fee": 4 * WAN});
    act(&guarantor, &joint.id, "commit", fee).await.expect(200);
    act(&lead, &joint.id, "form", json!({})).await.expect(200);
    act(&firm, &joint.id, "open-data", opening()).await.expect(200);
    for who in [&lead, &member, &guarantor] {
        act(who, &joint.id, "approve", json!({"conditions": "按季提供报表"})).await.expect(200);
    }
    accept_sheet(&firm, &joint.id, false).await.expect(200);
    pay(&firm, &lead, &joint.id, 300 * WAN).await;
    pay(&firm, &member, &joint.id, 700 * WAN).await;
    stage.app.settle().await;
    // The enterprise gets it once for each payment.
    for (who, want) in [(&lead, vec![6]), (&member, vec![14]), (&guarantor, vec![8]), (&firm, vec![6, 14])] {
        let mut got = of(&who.client, "disbursed").await;
        got.sort_unstable();
        assert_eq!(got, want, "{}", who.name);
    }
    assert_eq!((of(&lead.client, "joint_lead").await, of(&member.client, "joint_lead").await), (vec![5], vec![]));
    stage.finish().await;
}
