// Asks the files of a search for the few words of a question. Every file is named after its bytes: once read, it holds.

import { makeWords } from "./words.js";

const EXPANDED = 40;
const OPENED = 3;

export function openIndex(root, manifest) {
  const files = new Map();

  function file(path) {
    if (!files.has(path)) {
      const asked = fetch(root + path).then((answer) => {
        if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status });
        return answer.json();
      });
      asked.catch(() => files.delete(path));
      files.set(path, asked);
    }
    return files.get(path);
  }

  const folder = manifest.slice(0, manifest.lastIndexOf("/") + 1);
  let opened;
  const open = () =>
    (opened ??= file(manifest)
      .then(({ table, ...rest }) => ({
        ...rest,
        words: makeWords(table),
        small: new Set(table.small),
      }))
      .catch((error) => {
        opened = undefined;
        throw error;
      }));

  // What is asked: { word, stem, needed, prefix }; the last word may still be being typed.
  function ask(text, index) {
    const asked = new Map();
    let last;
    for (const one of index.words.read(text)) {
      if (one.parts && !/^\d+$/.test(one.word)) continue;
      if (one.parts) for (const key of [...asked.keys()].slice(-one.parts)) asked.delete(key);
      last = { word: one.word, stem: one.stem, needed: !index.small.has(one.word), prefix: false, end: one.end };
      asked.set(one.stem, last);
    }
    const all = [...asked.values()].slice(0, 12);
    if (last && last.end === text.trimEnd().length && !/\s$/.test(text) && [...last.word].length > 1) last.prefix = true;
    if (!all.some((one) => one.needed)) for (const one of all) one.needed = true;
    return all;
  }

  const shard = async (at, index) => new Map(Object.entries(await file(`${folder}w/${index.shards[at][1]}.json`)));

  async function postings({ word, stem, prefix }, index) {
    const place = (one) => Math.max(0, index.shards.findLastIndex(([start]) => start <= one));
    const near = new Set(index.shards.length ? [place(stem)] : []);
    if (prefix && index.shards.length) {
      const last = place(`${word}\uffff`);
      for (let at = place(word); at <= last && near.size < OPENED; at += 1) near.add(at);
    }
    const found = [];
    for (const words of await Promise.all([...near].map((one) => shard(one, index)))) {
      if (words.has(stem)) found.push([words.get(stem), 1]);
      if (prefix) {
        const longer = [...words.keys()].filter((one) => one.startsWith(word) && one !== stem);
        longer.sort((a, b) => a.length - b.length);
        for (const one of longer.slice(0, EXPANDED)) found.push([words.get(one), word.length / one.length / 2]);
      }
    }
    return found;
  }

  // The score of each document for a word; a word too common to name all its documents asks for none of them.
  async function score(one, index) {
    const scores = new Map();
    for (const [text, share] of await postings(one, index)) {
      const [list, many] = text.split("!").reverse();
      const pairs = [...list.matchAll(/([0-9a-z]*)([A-Z])/g)];
      const frequency = Number(many ?? pairs.length);
      if (many && share === 1) one.needed = false;
      const rarity = Math.log(1 + (index.count - frequency + 0.5) / (frequency + 0.5));
      let number = -1;
      for (const [, step, letter] of pairs) {
        number += step ? parseInt(step, 36) : 1;
        const value = share * rarity * (letter.charCodeAt(0) - 64);
        if (value > (scores.get(number) ?? 0)) scores.set(number, value);
      }
    }
    return scores;
  }

  // The documents in order, those with all the words; when there are none, those with any (`partial`).
  async function search(text) {
    const index = await open();
    const asked = ask(text, index);
    const scores = await Promise.all(asked.map((one) => score(one, index)));
    const found = new Map();
    scores.forEach((documents, at) => {
      for (const [number, value] of documents) {
        const sum = found.get(number) ?? { number, value: 0, has: 0 };
        sum.value += value;
        if (asked[at].needed) sum.has += 1;
        found.set(number, sum);
      }
    });
    const needed = asked.filter((one) => one.needed).length;
    const order = (a, b) => b.has - a.has || b.value - a.value || b.number - a.number;
    const ranked = [...found.values()].sort(order);
    const whole = ranked.filter((one) => one.has >= needed);
    const partial = !whole.length && ranked.length > 0;
    return { asked, partial, words: index.words, found: (partial ? ranked : whole).map((one) => one.number) };
  }

  async function text(number) {
    const index = await open();
    const group = await file(`${folder}g/${index.groups[Math.floor(number / index.group)]}.json`);
    return file(`${folder}d/${group[number % index.group]}.json`);
  }

  return { open, search, text };
}
