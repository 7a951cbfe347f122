const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const two = (n) => String(n).padStart(2, "0");

export default function (config) {
  const newest = (a, b) => b.date - a.date;
  const episodes = (all) => all.getFilteredByGlob("src/episodes/*.md").sort(newest);
  config.addCollection("episodes", episodes);
  config.addCollection("notes", (all) => all.getFilteredByGlob("src/notes/*.md").sort(newest));
  config.addCollection("books", (all) => all.getFilteredByGlob("src/books/*.md").sort(newest));
  config.addCollection("latest", (all) => all.getFilteredByGlob(["src/episodes/*.md", "src/notes/*.md"]).sort(newest));
  config.addCollection("byBook", (all) => {
    const found = {};
    for (const one of episodes(all)) (found[one.data.book] ??= []).push(one);
    return found;
  });
  config.addFilter("iso", (date) => new Date(date).toISOString().replace(".000Z", "+00:00"));
  config.addFilter("day", (date) => {
    const when = new Date(date);
    return `${MONTHS[when.getUTCMonth()]} ${when.getUTCDate()}, ${when.getUTCFullYear()}`;
  });
  config.addFilter("rfc822", (date) => new Date(date).toUTCString().replace("GMT", "+0000"));
  config.addFilter("clock", (start) => `${Math.floor(start / 60)}:${two(start % 60)}`);
  config.addFilter("minutes", (start) => `${two(Math.floor(start / 60))}:${two(start % 60)}`);
  config.addFilter("hours", (start) => `${two(Math.floor(start / 3600))}:${two(Math.floor(start / 60) % 60)}:${two(start % 60)}.000`);
  config.addPassthroughCopy({ "src/theme": "theme" });
  config.addPassthroughCopy("src/audio");
  config.addPassthroughCopy("src/covers");
  config.addPassthroughCopy("src/images");
  return { dir: { input: "src", output: "output" }, markdownTemplateEngine: false, templateFormats: ["md", "njk"] };
}
