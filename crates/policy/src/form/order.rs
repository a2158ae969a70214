//! In which order blocks are looked at: each after those that it depends on, by what shows it or by what it is computed from.

/// An order, or a circle: the blocks in it, from the first of them in the form and back to it.
pub(super) fn order(needs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut waiting: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut needed_by: Vec<Vec<usize>> = vec![vec![]; needs.len()];
    for (place, others) in needs.iter().enumerate() {
        for other in others {
            if let Some(list) = needed_by.get_mut(*other) {
                list.push(place);
            }
        }
    }
    let mut ready: Vec<usize> = (0..needs.len()).rev().filter(|place| waiting[*place] == 0).collect();
    let mut found = vec![];
    while let Some(place) = ready.pop() {
        found.push(place);
        for next in &needed_by[place] {
            waiting[*next] -= 1;
            if waiting[*next] == 0 {
                ready.push(*next);
            }
        }
    }
    if found.len() == needs.len() { Ok(found) } else { Err(circle(needs, &waiting)) }
}

/// A circle among those that still wait: whoever waits needs somebody who waits, so following that comes back in the end.
fn circle(needs: &[Vec<usize>], waiting: &[usize]) -> Vec<usize> {
    let first = waiting.iter().position(|count| *count > 0).unwrap_or_default();
    let mut way = vec![first];
    loop {
        let last = way.last().copied().unwrap_or_default();
        let Some(next) = needs[last].iter().copied().find(|other| waiting[*other] > 0) else { return way };
        if let Some(begin) = way.iter().position(|one| *one == next) {
            let mut circle = way.split_off(begin);
            let least = circle.iter().enumerate().min_by_key(|one| one.1).map_or(0, |one| one.0);
            circle.rotate_left(least);
            circle.push(circle[0]);
            return circle;
        }
        way.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn each_comes_after_what_it_needs() {
        assert_eq!(order(&[vec![1], vec![2], vec![]]), Ok(vec![2, 1, 0]));
        assert_eq!(order(&[]), Ok(vec![]));
        assert_eq!(order(&[vec![], vec![], vec![]]), Ok(vec![0, 1, 2]));
    }

    #[test]
    fn circles_are_told_from_their_first_block() {
        assert_eq!(order(&[vec![0]]), Err(vec![0, 0]));
        assert_eq!(order(&[vec![], vec![3], vec![1], vec![2]]), Err(vec![1, 3, 2, 1]));
        assert_eq!(order(&[vec![1], vec![2], vec![1]]), Err(vec![1, 2, 1]), "who only waits for it is not in it");
    }
}
