//! One application of a firm for a policy item, step by step.

use super::{
    fates::Story,
    offered::{Applicant, Offered},
};
use crate::demo::stage::Stage;
use chrono::TimeDelta;
use jinqiao_government::{
    applications::{self, ApplicationActionKind as Action, CorrectionItem, Decision},
    consultations::{self, ConsultationVerdict},
};
use jinqiao_kernel::{ApplicationId, Error, Kind, Result, local_date};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Begin,
    Submit,
    Accept,
    NotAccept,
    Correct,
    Resubmit,
    PassFirst,
    RefuseFirst,
    SendBack,
    Consult,
    Advise,
    PassSecond,
    RefuseSecond,
    Object,
    DismissObjection,
    UpholdObjection,
    Appeal,
    DismissAppeal,
    UpholdAppeal,
    Withdraw,
    Recover,
}

/// An application with what has become of it so far.
pub struct Applying {
    pub by: Applicant,
    pub item: &'static Offered,
    story: Story,
    /// Which of the two reviewers is the first.
    turn: usize,
    done: usize,
    /// How often it was handed in.
    round: usize,
    id: Option<ApplicationId>,
}

/// How often a deed that waits for others is tried again.
const PATIENCE: TimeDelta = TimeDelta::days(3);

impl Applying {
    pub fn new(by: Applicant, item: &'static Offered, story: Story, turn: usize) -> Self {
        Self { by, item, story, turn, done: 0, round: 0, id: None }
    }

    /// Takes the next step; the time until the one after it, if there is one.
    pub async fn step(&mut self, stage: &Stage) -> Result<Option<TimeDelta>> {
        let Some((deed, _)) = self.story.get(self.done) else { return Ok(None) };
        match self.take(stage, *deed).await {
            // Its money has not come yet.
            Err(error) if error.kind() == Kind::Conflict && *deed == Deed::Recover => return Ok(Some(PATIENCE)),
            // Somebody was too slow: a limit ended it.
            Err(error) if error.kind() == Kind::Conflict => return Ok(None),
            taken => taken?,
        }
        self.done += 1;
        let percent = i64::try_from(60 + stage.lot(90)).unwrap_or(100);
        Ok(self.story.get(self.done).map(|(_, hours)| TimeDelta::minutes(hours * 60 * percent / 100)))
    }

    fn id(&self) -> Result<ApplicationId> {
        self.id.ok_or_else(|| Error::internal("no application yet"))
    }

    /// One in three has more to show than its form says; that is enough to look at.
    fn brings_paper(&self) -> bool {
        self.turn.is_multiple_of(3)
    }

    async fn version(&self, stage: &Stage) -> Result<i32> {
        Ok(applications::standing(stage.db.read(), self.id()?).await?.1)
    }

    async fn take(&mut self, stage: &Stage, deed: Deed) -> Result<()> {
        match deed {
            Deed::Begin => self.begin(stage).await,
            Deed::Submit | Deed::Resubmit => self.hand_in(stage).await,
            Deed::Appeal | Deed::Withdraw => {
                let (firm, version) = (stage.actor(&self.by.login).await?, self.version(stage).await?);
                if deed == Deed::Withdraw {
                    let why = "项目实施计划调整，本年度暂不申报";
                    return applications::withdraw(&stage.db, &firm, self.id()?, version, why).await;
                }
                let why = "审核意见所指材料已在附件第二页列明，请重新核对。";
                applications::appeal(&stage.db, &firm, self.id()?, version, why).await
            }
            Deed::Object => {
                let other = stage.actor(["jigou1", "jigou2", "zhongjie1"][self.turn % 3]).await?;
                let why = "公示金额所依据的支出，疑与该企业往年申领的项目重复，请核实。";
                applications::object(&stage.db, &other, self.id()?, why).await
            }
            Deed::Consult => {
                let reviewer = stage.actor(&self.reviewer(1)).await?;
                let asked = [stage.actor(self.consulted()).await?.org];
                let question = "请核实该企业是否已就同一设备享受贵部门的补助，以及项目进度是否属实。";
                consultations::ask(&stage.db, &reviewer, self.id()?, (&asked, question)).await
            }
            Deed::Advise => {
                let adviser = stage.actor(&format!("{}b", self.consulted())).await?;
                let said = "经核对我局台账，该企业未就同一设备享受补助，项目按计划推进。";
                for one in consultations::waiting(stage.db.read(), self.id()?).await? {
                    consultations::answer(&stage.db, &adviser, one, (ConsultationVerdict::NoObjection, said)).await?;
                }
                Ok(())
            }
            _ => self.review(stage, deed).await,
        }
    }

    async fn begin(&mut self, stage: &Stage) -> Result<()> {
        let item = stage.item(self.item.title).ok_or_else(|| Error::internal("an item that is not there yet"))?;
        let firm = stage.actor(&self.by.login).await?;
        self.id = Some(applications::begin(&stage.db, &firm, item).await?);
        let paper = match self.item.paper().filter(|_| self.brings_paper()) {
            Some(name) => Some(stage.upload(&self.by.login, &format!("{name}.pdf")).await?),
            None => None,
        };
        let content = self.item.filled(&self.by, 0, local_date(stage.db.world().now()), paper);
        applications::save(&stage.db, &firm, self.id()?, 1, &content).await
    }

    /// Each time in a better version.
    async fn hand_in(&mut self, stage: &Stage) -> Result<()> {
        let (firm, id) = (stage.actor(&self.by.login).await?, self.id()?);
        if self.round > 0 {
            let paper = match self.item.paper() {
                Some(name) => Some(stage.upload(&self.by.login, &format!("{name}（补正）.pdf")).await?),
                None => None,
            };
            let content = self.item.filled(&self.by, self.round, local_date(stage.db.world().now()), paper);
            applications::save(&stage.db, &firm, id, self.version(stage).await?, &content).await?;
        }
        applications::submit(&stage.db, &firm, id, self.version(stage).await?).await?;
        self.round += 1;
        Ok(())
    }

    /// Who of the department sits where: the two reviewers, and its primary account for what comes after them.
    fn reviewer(&self, seat: usize) -> String {
        let department = self.item.department;
        match seat {
            0 | 1 => format!("{department}{}", ["b", "c"][(self.turn + seat) % 2]),
            _ => department.to_owned(),
        }
    }

    /// The department that is asked about it.
    fn consulted(&self) -> &'static str {
        if self.item.department == "zhengfu1" { "zhengfu2" } else { "zhengfu1" }
    }

    /// The department's step, by whoever may take it.
    async fn review(&self, stage: &Stage, deed: Deed) -> Result<()> {
        let (action, seat, opinion) = match deed {
            Deed::Accept => (Action::Accept, 0, ""),
            Deed::NotAccept => (Action::NotAccept, 0, "注册地址已迁出高新区，不属于本事项的惠及对象，不予受理。"),
            Deed::Correct => (Action::Correct, 0, "所附材料不完整，请按清单一次补正。"),
            Deed::PassFirst => (Action::PassFirst, 0, "材料齐全，与企业档案一致，符合申报条件，初审通过。"),
            Deed::RefuseFirst => (Action::RefuseFirst, 0, "所列支出与申报年度不符，且缺少对应付款凭证，不予通过。"),
            Deed::SendBack => (Action::SendBack, 1, "请初审补充核对发票与付款凭证的对应关系。"),
            Deed::PassSecond => (Action::PassSecond, 1, "初审意见属实，测算准确，同意。"),
            Deed::RefuseSecond => (Action::RefuseSecond, 1, "经复核，同一支出已享受市级补助，不重复支持。"),
            Deed::DismissObjection => (Action::DismissObjection, 2, "经调取往年申报材料核对，支出不重复，异议不成立。"),
            Deed::UpholdObjection => {
                (Action::UpholdObjection, 2, "经核实，部分发票与往年项目重复，异议成立，重新审核。")
            }
            Deed::DismissAppeal => (Action::DismissAppeal, 2, "经复核，附件仍未体现付款凭证，维持原决定。"),
            Deed::UpholdAppeal => (Action::UpholdAppeal, 2, "附件第二页确有付款凭证，申诉成立，重新审核。"),
            _ => (Action::Recover, 2, "年度抽查发现申报人数不实，资金已全额追回。"),
        };
        let login = self.reviewer(seat);
        let fault = |place: &str, text: &str| CorrectionItem { place: place.into(), text: text.into() };
        let asked = if self.brings_paper() {
            "扫描件不清晰，请重新上传"
        } else {
            "请上传加盖公章的扫描件"
        };
        let faults = match action {
            Action::Correct => vec![
                fault("payee", "开户银行请填写到支行，与开户许可证一致"),
                fault(&format!("material/{}", self.item.paper().unwrap_or_default()), asked),
            ],
            _ => vec![],
        };
        let said = Decision { opinion: opinion.into(), faults, amount: None };
        let (actor, version) = (stage.actor(&login).await?, self.version(stage).await?);
        applications::decide(&stage.db, &actor, self.id()?, version, (action, &said)).await
    }
}
