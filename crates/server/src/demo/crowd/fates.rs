//! What becomes of the crowd's applications for policy items: so many of each, and when they begin.

use super::{
    applying::Deed::{
        self, Accept, Advise, Appeal, Begin, Consult, Correct, DismissAppeal, DismissObjection, NotAccept, Object,
        PassFirst, PassSecond, Recover, RefuseFirst, RefuseSecond, Resubmit, SendBack, Submit, UpholdAppeal,
        UpholdObjection, Withdraw,
    },
    offered::Offered,
};

/// Deeds with the hours that pass before each.
pub type Story = &'static [(Deed, i64)];

/// When an application begins.
#[derive(Clone, Copy)]
pub enum When {
    /// In the months before, one after the other.
    Earlier,
    /// So many working days before the present.
    Before(i64),
}

/// So many applications alike.
pub struct Fate {
    pub count: usize,
    pub story: Story,
    pub when: When,
    /// For which items.
    pub of: fn(&Offered) -> bool,
}

const fn fate(count: usize, story: Story, when: When, of: fn(&Offered) -> bool) -> Fate {
    Fate { count, story, when, of }
}

const PASSED: Story = &[(Begin, 0), (Submit, 5), (Accept, 12), (PassFirst, 28), (PassSecond, 22)];
const CORRECTED: Story =
    &[(Begin, 0), (Submit, 5), (Accept, 12), (Correct, 20), (Resubmit, 40), (PassFirst, 24), (PassSecond, 22)];
const CORRECTED_TWICE: Story = &[
    (Begin, 0),
    (Submit, 5),
    (Accept, 12),
    (Correct, 20),
    (Resubmit, 40),
    (Correct, 20),
    (Resubmit, 30),
    (PassFirst, 24),
    (PassSecond, 22),
];
const SENT_BACK: Story =
    &[(Begin, 0), (Submit, 5), (Accept, 12), (PassFirst, 28), (SendBack, 20), (PassFirst, 18), (PassSecond, 22)];
const OBJECTED: Story =
    &[(Begin, 0), (Submit, 5), (Accept, 12), (PassFirst, 28), (PassSecond, 22), (Object, 30), (DismissObjection, 30)];
const OBJECTION_UPHELD: Story = &[
    (Begin, 0),
    (Submit, 5),
    (Accept, 12),
    (PassFirst, 28),
    (PassSecond, 22),
    (Object, 30),
    (UpholdObjection, 30),
    (RefuseFirst, 24),
];
const NOT_ACCEPTED: Story = &[(Begin, 0), (Submit, 5), (NotAccept, 14)];
const REFUSED: Story = &[(Begin, 0), (Submit, 5), (Accept, 12), (RefuseFirst, 40)];
const REFUSED_SECOND: Story = &[(Begin, 0), (Submit, 5), (Accept, 12), (PassFirst, 28), (RefuseSecond, 30)];
const APPEAL_LOST: Story =
    &[(Begin, 0), (Submit, 5), (Accept, 12), (RefuseFirst, 40), (Appeal, 50), (DismissAppeal, 40)];
const APPEAL_WON: Story = &[
    (Begin, 0),
    (Submit, 5),
    (Accept, 12),
    (RefuseFirst, 40),
    (Appeal, 50),
    (UpholdAppeal, 40),
    (PassFirst, 24),
    (PassSecond, 22),
];
const WITHDRAWN: Story = &[(Begin, 0), (Submit, 5), (Accept, 12), (Withdraw, 24)];
const LAPSED: Story = &[(Begin, 0), (Submit, 5), (Accept, 12), (Correct, 20)];
const RECOVERED: Story = &[(Begin, 0), (Submit, 5), (Accept, 12), (PassFirst, 28), (PassSecond, 22), (Recover, 600)];
const DRAFT: Story = &[(Begin, 0)];
const SUBMITTED: Story = &[(Begin, 0), (Submit, 1)];
const ACCEPTED: Story = &[(Begin, 0), (Submit, 1), (Accept, 3)];
pub const IN_CORRECTION: Story = &[(Begin, 0), (Submit, 1), (Accept, 3), (Correct, 5)];
const IN_SECOND: Story = &[(Begin, 0), (Submit, 1), (Accept, 3), (PassFirst, 5)];
const CONSULTING: Story = &[(Begin, 0), (Submit, 1), (Accept, 3), (PassFirst, 5), (Consult, 2)];
const ADVISED: Story = &[(Begin, 0), (Submit, 1), (Accept, 3), (PassFirst, 5), (Consult, 2), (Advise, 6)];
pub const IN_PUBLICITY: Story = &[(Begin, 0), (Submit, 1), (Accept, 3), (PassFirst, 5), (PassSecond, 4)];
const IN_OBJECTION: Story = &[(Begin, 0), (Submit, 1), (Accept, 3), (PassFirst, 5), (PassSecond, 4), (Object, 6)];
const IN_APPEAL: Story = &[(Begin, 0), (Submit, 1), (Accept, 3), (RefuseFirst, 5), (Appeal, 5)];
/// Of a firm that visitors may look at.
pub const OF_A_VISITOR: [(usize, &str, Story, i64); 4] = [
    (0, "营业收入增长奖励", PASSED, 34),
    (0, "企业研发费用补助", IN_CORRECTION, 4),
    (0, "专精特新企业培育奖励", DRAFT, 2),
    (1, "企业研发费用补助", IN_PUBLICITY, 5),
];

use When::{Before, Earlier};

/// All of them.
pub const FATES: &[Fate] = &[
    fate(40, PASSED, Earlier, |item| item.pays),
    fate(14, PASSED, Earlier, |item| !item.pays),
    fate(12, CORRECTED, Earlier, |item| item.pays),
    fate(2, CORRECTED_TWICE, Earlier, |item| item.pays),
    fate(4, SENT_BACK, Earlier, |item| item.pays),
    fate(4, OBJECTED, Earlier, |item| item.public),
    fate(2, OBJECTION_UPHELD, Earlier, |item| item.public),
    fate(6, NOT_ACCEPTED, Earlier, |_| true),
    fate(8, REFUSED, Earlier, |_| true),
    fate(3, REFUSED_SECOND, Earlier, |item| item.pays),
    fate(3, APPEAL_LOST, Earlier, |item| item.pays),
    fate(2, APPEAL_WON, Earlier, |item| item.pays),
    fate(5, WITHDRAWN, Earlier, |_| true),
    fate(4, LAPSED, Earlier, |item| item.pays),
    fate(2, RECOVERED, Earlier, |item| item.pays && !item.public),
    fate(3, DRAFT, Before(2), |_| true),
    fate(6, SUBMITTED, Before(1), |_| true),
    fate(2, SUBMITTED, Before(6), |_| true),
    fate(5, ACCEPTED, Before(2), |_| true),
    fate(1, ACCEPTED, Before(9), |item| item.department == "zhengfu1"),
    fate(3, IN_CORRECTION, Before(4), |item| item.pays),
    fate(2, IN_SECOND, Before(3), |item| item.pays),
    fate(1, CONSULTING, Before(3), |item| item.pays && item.department == "zhengfu2"),
    fate(1, ADVISED, Before(4), |item| item.pays && item.department == "zhengfu1"),
    fate(4, IN_PUBLICITY, Before(5), |item| item.public),
    fate(2, IN_OBJECTION, Before(6), |item| item.public),
    fate(2, IN_APPEAL, Before(5), |item| item.pays),
    // After their days on the portal they wait for a list, or stand on one.
    fate(3, IN_PUBLICITY, Before(11), |item| item.public && item.department == "zhengfu1"),
    fate(2, IN_PUBLICITY, Before(11), |item| item.public && item.department == "zhengfu2"),
    fate(2, IN_PUBLICITY, Before(5), |item| item.pays && item.department == "zhengfu4"),
];
