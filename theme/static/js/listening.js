// The listening page: one player with all that goes with it.
import { alone } from "./player/alone.js";
import { dock } from "./player/dock.js";
import { find } from "./player/find.js";
import { follow } from "./player/follow.js";
import { improve } from "./player/improve.js";
import { listenToKeys } from "./player/keys.js";
import { remember } from "./player/places.js";
import { share } from "./player/share.js";
import { sleep } from "./player/sleep.js";
import { openWindow } from "./player/window.js";

for (const more of document.querySelectorAll("#player-more, #transcript-tools")) more.after(more.content.cloneNode(true));
const player = improve(document.querySelector("[data-player]"));
alone();
for (const part of [remember, share, sleep, openWindow, listenToKeys, dock]) part(player);
const words = document.querySelector(`[data-words="${player.box.dataset.player}"]`);
if (words) {
  find(words, follow(player, words));
}
