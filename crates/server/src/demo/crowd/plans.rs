//! What becomes of the crowd's wishes: a story for each, chosen by lot.

use super::deal::{Deal, Deed, Wish};
use crate::demo::{banks, firms::Firm, stage::Stage};
use chrono::TimeDelta;
use jinqiao_financing::products::{Guarantee, Stage as Round, UseKind};

use Deed::{
    Accept, Apply, Approve, Close, Confirm, Contact, Create, Decline, GiveBack, Grab, Grant, Pay, Propose, Rate,
    Refuse, Review, Rival, Submit, TakeOn, Tranche, Withdraw,
};

/// Deeds with the hours that pass before each.
type Story = &'static [(Deed, i64)];

const LOAN: Story = &[
    (Create, 0),
    (Submit, 2),
    (Approve, 10),
    (Rival, 20),
    (Grab, 30),
    (Confirm, 20),
    (Contact, 10),
    (Review, 60),
    (Grant, 90),
    (Accept, 30),
    (Pay, 70),
    (Close, 24),
    (Rate, 30),
];
const APPLICATION: Story = &[
    (Apply, 0),
    (TakeOn, 8),
    (Contact, 12),
    (Review, 50),
    (Grant, 70),
    (Accept, 24),
    (Pay, 60),
    (Close, 24),
    (Rate, 30),
];
const INVESTMENT: Story = &[
    (Create, 0),
    (Submit, 3),
    (Approve, 12),
    (Grab, 120),
    (Confirm, 30),
    (Contact, 24),
    (Review, 240),
    (Propose, 300),
    (Accept, 120),
    (Tranche, 240),
    (Close, 40),
    (Rate, 60),
];
const REFUSED: Story = &[
    (Create, 0),
    (Submit, 2),
    (Approve, 10),
    (Grab, 40),
    (Confirm, 20),
    (Contact, 12),
    (Review, 60),
    (Refuse, 80),
    (Withdraw, 400),
];
const DECLINED: Story =
    &[(Create, 0), (Submit, 2), (Approve, 10), (Grab, 40), (Decline, 30), (Rival, 200), (Withdraw, 500)];
const UNMET: Story = &[(Create, 0), (Submit, 2), (Approve, 10), (Rival, 260), (Rival, 120), (Withdraw, 700)];
const RETURNED: Story = &[(Create, 0), (Submit, 2), (GiveBack, 12)];
const DRAFT: Story = &[(Create, 0)];

/// Of a hundred.
const LOTS: [(usize, Story); 8] = [
    (52, LOAN),
    (12, APPLICATION),
    (8, INVESTMENT),
    (8, REFUSED),
    (4, DECLINED),
    (12, UNMET),
    (2, RETURNED),
    (2, DRAFT),
];

const AMOUNTS: [i64; 12] = [50, 80, 100, 150, 200, 260, 300, 400, 500, 800, 1_000, 1_500];
const MONTHS: [i32; 5] = [6, 12, 12, 24, 36];
const GUARANTEES: [Guarantee; 4] =
    [Guarantee::Credit, Guarantee::Credit, Guarantee::Mortgage, Guarantee::GuaranteeCompany];
const ROUNDS: [Round; 3] = [Round::Angel, Round::A, Round::B];
const USES: [(UseKind, &str); 8] = [
    (UseKind::WorkingCapital, "采购原材料和外协加工，交付已签订的年度框架订单"),
    (UseKind::Rnd, "支付研发人员薪酬和样机试制费用，推进新产品定型"),
    (UseKind::Equipment, "购置数控加工和检测设备，替换老旧产线"),
    (UseKind::Expansion, "扩建二期产线，已取得备案并签订设备意向合同"),
    (UseKind::SupplyChain, "备货核心元器件，保障整机客户季度排产"),
    (UseKind::WorkingCapital, "项目回款前的人员薪酬和货款周转"),
    (UseKind::Rnd, "新一代产品的认证测试和知识产权布局"),
    (UseKind::Equipment, "建设中试平台，购置分析仪器和洁净设备"),
];

fn story(lot: usize) -> Story {
    let mut left = lot;
    for (share, story) in LOTS {
        if left < share {
            return story;
        }
        left -= share;
    }
    LOAN
}

/// The wishes of one firm, each with the time until it is written down.
pub fn of_firm(stage: &Stage, firm: &Firm<'_>) -> Vec<(TimeDelta, Deal)> {
    let first = i64::try_from(stage.lot(30)).unwrap_or_default() + 2;
    let wishes = 1 + usize::from(stage.lot(100) < 82);
    (0..wishes)
        .map(|turn| {
            let later = i64::try_from(turn * (45 + stage.lot(140))).unwrap_or_default();
            (TimeDelta::days(first + later), deal(stage, firm))
        })
        .collect()
}

fn deal(stage: &Stage, firm: &Firm<'_>) -> Deal {
    let story = story(stage.lot(100));
    let investment = story.iter().any(|(deed, _)| *deed == Propose);
    let lenders = if investment { banks::FUNDS_OF_CROWD } else { banks::LENDERS_OF_CROWD };
    let (use_kind, text) = USES[stage.lot(USES.len())];
    let wish = Wish {
        wan: AMOUNTS[stage.lot(AMOUNTS.len())] * if investment { 4 } else { 1 },
        months: MONTHS[stage.lot(MONTHS.len())],
        rate: 310 + i32::try_from(stage.lot(110)).unwrap_or_default(),
        use_kind,
        text,
        guarantee: GUARANTEES[stage.lot(GUARANTEES.len())],
        round: investment.then(|| ROUNDS[stage.lot(ROUNDS.len())]),
    };
    let start = stage.lot(lenders.len());
    // The one that wins, and two others who may offer as well.
    let chosen = [0, 1, 2].map(|next| lenders[(start + next) % lenders.len()]);
    Deal::new(firm.login, wish, chosen, story)
}
