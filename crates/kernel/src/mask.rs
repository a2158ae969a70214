//! How secrets are shown in part.

/// `138****5678`; anything shorter than seven characters is hidden whole.
pub fn mask_mobile(mobile: &str) -> String {
    keep(mobile, 3, 4)
}

/// `500***********1234` for an identity number.
pub fn mask_id_number(number: &str) -> String {
    keep(number, 3, 4)
}

fn keep(text: &str, head: usize, tail: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hidden = chars.len().saturating_sub(head + tail);
    if hidden == 0 {
        return "*".repeat(chars.len());
    }
    chars.iter().enumerate().map(|(i, c)| if i < head || i >= head + hidden { *c } else { '*' }).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_the_ends_show() {
        assert_eq!(super::mask_mobile("13812345678"), "138****5678");
        assert_eq!(super::mask_mobile("1381234"), "*******");
    }
}
