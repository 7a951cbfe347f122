// Tells as JSON what a parser reads in each of the feeds that are named: node read.mjs PARSER FILE…
import { readFileSync } from "node:fs";
import { parseFeed, parseOpml } from "feedsmith";
import partytime from "podcast-partytime";

const parsers = {
  feedsmith: (text) => parseFeed(text),
  opml: (text) => parseOpml(text),
  partytime: (text) => partytime.parseFeed(text),
};
const [name, ...files] = process.argv.slice(2);
process.stdout.write(JSON.stringify(files.map((file) => parsers[name](readFileSync(file, "utf8")))));
