//! Every state and action.

use super::*;

#[test]
fn every_state_of_an_item_and_action() {
    use PolicyState::{Archived, Closed, Draft, Open, Suspended};
    type Action = fn(PolicyState) -> Result<PolicyState>;
    type Row = (&'static str, Action, &'static [(PolicyState, PolicyState)]);
    let actions: [Row; 6] = [
        ("publish", PolicyState::publish, &[(Draft, Open), (Open, Open), (Suspended, Suspended), (Closed, Open)]),
        ("suspend", PolicyState::suspend, &[(Open, Suspended)]),
        ("resume", PolicyState::resume, &[(Suspended, Open)]),
        ("close", PolicyState::close, &[(Open, Closed), (Suspended, Closed)]),
        ("archive", PolicyState::archive, &[(Draft, Archived), (Closed, Archived)]),
        ("edit", PolicyState::edit, &[(Draft, Draft), (Open, Open), (Suspended, Suspended), (Closed, Closed)]),
    ];
    for (name, action, allowed) in actions {
        for state in PolicyState::iter() {
            let want = allowed.iter().find(|(from, _)| *from == state).map(|(_, to)| *to);
            assert_eq!(action(state).ok(), want, "{state:?} {name}");
        }
    }
}

#[test]
fn every_state_of_a_version_and_action() {
    use PolicyVersionState::{Checked, Checking, Draft, Published, Returned, Scheduled};
    type Action = fn(PolicyVersionState) -> Result<PolicyVersionState>;
    let actions: [(&str, Action, &[PolicyVersionState], PolicyVersionState); 6] = [
        ("submit", PolicyVersionState::submit, &[Draft, Returned], Checking),
        ("recall", PolicyVersionState::recall, &[Checking, Checked, Scheduled], Draft),
        ("pass", PolicyVersionState::pass, &[Checking], Checked),
        ("return", PolicyVersionState::give_back, &[Checking], Returned),
        ("schedule", PolicyVersionState::schedule, &[Checked, Scheduled], Scheduled),
        ("publish", PolicyVersionState::publish, &[Checked, Scheduled], Published),
    ];
    for (name, action, from, to) in actions {
        for state in PolicyVersionState::iter() {
            assert_eq!(action(state).ok(), from.contains(&state).then_some(to), "{state:?} {name}");
        }
    }
    let edits = [(Draft, Edit::Same), (Returned, Edit::Same), (Published, Edit::Next)];
    for state in PolicyVersionState::iter() {
        let want = edits.iter().find(|(from, _)| *from == state).map(|(_, edit)| *edit);
        assert_eq!(state.edit().ok(), want, "{state:?}");
    }
}
