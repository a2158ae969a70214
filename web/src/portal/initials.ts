/** Places that many names begin with, and so tell nothing. */
const PLACES = /^(?:中国|重庆市?|成都市?|四川省?|上海市?|北京市?|深圳市?|广东省?|江苏省?|浙江省?)(?=.{2})/;

/** Two characters that an institution is known by: 重庆渝新融资担保有限公司 is 渝新. */
export function initialsOf(name: string): string {
  const plain = name.replace(/[（(].*?[)）]|\s/g, "");
  return [...plain.replace(PLACES, "")].slice(0, 2).join("");
}
