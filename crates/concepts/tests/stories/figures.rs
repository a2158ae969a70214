//! The public figures follow what happens in every chapter.

#[tokio::test]
async fn the_figures_count_what_is_there() {
    let stage = crate::stage::start().await;
    let (firm, _) = (stage.enterprise(1).await, stage.institution(2).await);
    for wan in [100, 200, 300] {
        stage.published(&firm, wan).await;
    }
    for (key, value) in
        [("enterprises", Some(1)), ("institutions", Some(1)), ("demands", Some(3)), ("success_rate", None)]
    {
        assert_eq!(stage.figure(key).await, value, "{key}");
    }
    stage.finish().await;
}
