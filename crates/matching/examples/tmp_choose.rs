use jinqiao_matching::network::*;
fn main(){
    for (users,items,links) in [(1000usize,300usize,20_000usize),(5000,10_000,500_000)] {
    let g=Market{users,items,links,..Market::default()}.graph(&mut Seeded::new(1));
    println!("links {}", g.links());
    let t=std::time::Instant::now();
    let c=choose(&g, Rule::Evaluation); println!("choose {:?} best {:?}", t.elapsed(), c.tried.first().map(|t|(t.method,t.trial)));
    let t=std::time::Instant::now();
    let m=Model::new(&g,&c.blend,Keep::COMPACT); println!("model {:?}", t.elapsed());
    let t=std::time::Instant::now();
    let all:Vec<u32>=(0..users as u32).collect();
    likings_of(&m,&g,&all,5); println!("likings of all {:?}", t.elapsed());
    }
    println!("{}", std::fs::read_to_string("/proc/self/status").unwrap().lines().filter(|l|l.starts_with("VmHWM")).collect::<String>());
}
