// The search page. Nothing is asked for before the field is used or the address has a question.

import { openIndex } from "./search/index.js";
import { makeMarks } from "./search/marks.js";

const PAGE = 6;
const MOMENTS = 3;

const form = document.querySelector("[data-search]");
if (form) start();

function start() {
  const { root, manifest, words: told } = form.dataset;
  const says = JSON.parse(told);
  const field = form.elements.q;
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const pattern = document.getElementById("search-result").content.firstElementChild;
  const index = openIndex(root, manifest);
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  let turn = 0;
  let waiting;

  field.addEventListener("focus", () => index.open().catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  field.value = new URLSearchParams(location.search).get("q")?.slice(0, field.maxLength) ?? "";
  if (field.value.trim()) run();

  async function run() {
    const mine = ++turn;
    const asked = field.value.trim();
    const address = new URL(location.href);
    if (asked) address.searchParams.set("q", asked);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
    if (!asked) return show("", []);
    list.setAttribute("aria-busy", "true");
    const patience = setTimeout(() => mine === turn && (status.textContent = says.searching), 400);
    try {
      const result = await index.search(field.value);
      const marks = makeMarks(result);
      const first = await shown(result.found.slice(0, PAGE), marks);
      if (mine === turn) show(summary(result, asked), first, result.found.slice(PAGE), marks);
    } catch (error) {
      if (mine === turn) show(fault(error), []);
    } finally {
      clearTimeout(patience);
    }
  }

  const shown = (numbers, marks) =>
    Promise.all(numbers.map(async (number) => result(await index.text(number), marks)));

  const fault = ({ status: answer }) => (answer ? says.changed : says.offline);

  function summary({ found, partial }, asked) {
    if (!found.length) return says.none.replace("{query}", asked);
    const count = found.length.toLocaleString(document.documentElement.lang);
    return (partial ? says.partial : says.count).replace("{count}", count);
  }

  function show(words, items, rest = [], marks) {
    status.textContent = words;
    list.replaceChildren(...items);
    list.removeAttribute("aria-busy");
    follow(rest, marks);
  }

  function follow(rest, marks) {
    more.hidden = !rest.length;
    more.onclick = async () => {
      const mine = turn;
      try {
        const items = await shown(rest.slice(0, PAGE), marks);
        if (mine !== turn) return;
        list.append(...items);
        items[0].querySelector("a").focus();
        follow(rest.slice(PAGE), marks);
      } catch (error) {
        if (mine === turn) status.textContent = fault(error);
      }
    };
  }

  function result({ k: kind, u: path, t: title, s: subtitle, d: day, l: language, m: about, p: passages }, marks) {
    const item = pattern.cloneNode(true);
    const part = (name) => item.querySelector(`[data-part=${name}]`);
    const link = part("title");
    link.href = root + path.split("/").map(encodeURIComponent).join("/");
    link.append(...marks.show(title, undefined, true));
    part("kind").textContent = says.kinds[kind] ?? "";
    part("date").textContent = written(day);
    if (language !== document.documentElement.lang) part("words").lang = language;
    const best = marks.best(passages, MOMENTS);
    const heard = best.filter((one) => one.start !== undefined);
    const read = best.find((one) => one.start === undefined);
    const snippet = read ? marks.show(read.text, read.found) : marks.show(about || subtitle || passages[0]?.[0] || "");
    part("snippet").append(...snippet);
    part("snippet").hidden = heard.length > 0;
    part("moments").replaceChildren(...heard.map((one) => moment(one, link.href, marks)));
    part("moments").hidden = !heard.length;
    return item;
  }

  function moment({ text, start, found }, address, marks) {
    const item = pattern.querySelector("[data-part=moments] > li").cloneNode(true);
    const link = item.querySelector("a");
    link.href = `${address}#t=${start}`;
    link.querySelector("[data-part=clock]").textContent = clock(start);
    item.querySelector("[data-part=said]").append(...marks.show(text, found));
    return item;
  }

  function written(day) {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day.slice(0, 4);
    return date.format(new Date(day));
  }
}

function clock(seconds) {
  const two = (value) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
