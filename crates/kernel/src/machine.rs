//! State machines as the documents show them: every transition that a state's functions allow, by the names that are stored.

use crate::Result;
use serde::Serialize;

/// A state machine of a concept.
#[derive(Clone, Copy)]
pub struct Machine {
    /// What takes these states, with the Chinese term.
    pub name: &'static str,
    /// Its transitions, in the order of states and actions.
    pub transitions: fn() -> Vec<Transition>,
}

/// A way from one state to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Where it begins.
    pub from: String,
    /// What is done, or happens.
    pub action: String,
    /// Where it leads.
    pub to: String,
}

/// The name under which a state or an action is stored.
fn stored(value: &impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// An action by its name, and the state that it leads to.
pub type Action<S> = (&'static str, fn(S) -> Result<S>);

/// The transitions that each of `actions` allows from each of `states`; what fails is none.
pub fn transitions_of<S: Copy + Serialize>(
    states: impl IntoIterator<Item = S>,
    actions: &[Action<S>],
) -> Vec<Transition> {
    let from = |state: S| {
        let to = move |(action, after): &Action<S>| {
            let to = stored(&after(state).ok()?);
            Some(Transition { from: stored(&state), action: (*action).to_owned(), to })
        };
        actions.iter().filter_map(to)
    };
    states.into_iter().flat_map(from).collect()
}

/// As [`transitions_of`], where actions are values.
pub fn transitions_by<S: Copy + Serialize, A: Copy + Serialize>(
    states: impl IntoIterator<Item = S>,
    actions: impl IntoIterator<Item = A>,
    after: impl Fn(S, A) -> Result<S>,
) -> Vec<Transition> {
    let actions: Vec<A> = actions.into_iter().collect();
    let from = |state: S| {
        let to = |action: &A| {
            let to = stored(&after(state, *action).ok()?);
            Some(Transition { from: stored(&state), action: stored(action), to })
        };
        actions.iter().filter_map(to).collect::<Vec<_>>()
    };
    states.into_iter().flat_map(from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    #[derive(Clone, Copy, Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Door {
        Open,
        ShutTight,
    }

    #[test]
    fn what_fails_is_no_transition() {
        let shut = |door| match door {
            Door::Open => Ok(Door::ShutTight),
            Door::ShutTight => Err(Error::not_found()),
        };
        let found = transitions_of([Door::Open, Door::ShutTight], &[("shut", shut)]);
        let want = Transition { from: "open".into(), action: "shut".into(), to: "shut_tight".into() };
        assert_eq!(found, [want]);
    }
}
