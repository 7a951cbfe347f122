// The players of a page, improved in place; without this script all of them still play.
import { alone } from "./player/alone.js";
import { improve } from "./player/improve.js";
import { goOn } from "./player/window.js";

const players = [...document.querySelectorAll("[data-player]")].map(improve);
alone();
if (players.length) goOn(players[0]);
