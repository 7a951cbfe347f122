// Times in a recording: how they are written, read and looked up. Nothing here knows the page.

// `2:05`, `1:02:05`
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

// The seconds that `754`, `12:34`, `1:02:03` or `1h2m3s` says, or null.
export function seconds(text) {
  const found =
    /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)$/.exec(text) ??
    /^(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/i.exec(text);
  const total = found?.slice(1).reduce((sum, part) => sum * 60 + Number(part ?? 0), 0) ?? Infinity;
  return Number.isFinite(total) ? total : null;
}

// The part that an address asks for by `#t=` or `?t=` (W3C Media Fragments: `t=10,20`), or null.
export function moment(address) {
  const { hash, searchParams } = new URL(address);
  const given = new URLSearchParams(hash.slice(1)).get("t") ?? searchParams.get("t");
  const [from, to] = (given ?? "").replace(/^npt:/, "").split(",");
  const start = from === "" && to ? 0 : seconds(from);
  const end = seconds(to ?? "");
  return start === null ? null : { start, end: end > start ? end : Infinity };
}

// The index of the last of some ascending times that is not after `time`, or -1: by halves, as there may be thousands.
export function lastAt(times, time) {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
