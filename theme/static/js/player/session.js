// What the system shows and does while a recording plays: on a locked screen, with a headset's buttons.
export function announce(player) {
  const session = navigator.mediaSession;
  const { box, audio, seek, step } = player;
  if (!session || !("MediaMetadata" in window)) return;
  audio.addEventListener("play", () => {
    describe();
    act();
    place();
  });
  for (const event of ["ratechange", "seeked", "durationchange"]) audio.addEventListener(event, place);
  box.addEventListener("chapter", () => !audio.paused && describe());

  function describe() {
    const { title, artist, album, artwork } = box.dataset;
    const picture = player.chapterAt()?.picture?.src ?? artwork;
    const art = (src) => (src ? [{ src }] : []);
    session.metadata = new MediaMetadata({
      title,
      artist,
      album,
      artwork: art(picture),
      chapterInfo: player.chapters.map(({ title, start, picture }) => ({
        title,
        startTime: start,
        artwork: art(picture?.src),
      })),
    });
  }

  function place() {
    const { duration, playbackRate, currentTime } = audio;
    if (audio.paused || !Number.isFinite(duration)) return;
    session.setPositionState?.({ duration, playbackRate, position: Math.min(currentTime, duration) });
  }

  function act() {
    const chapters = player.chapters.length > 0;
    const actions = {
      play: player.play,
      pause: () => audio.pause(),
      stop: () => audio.pause(),
      seekbackward: ({ seekOffset }) => step(-(seekOffset ?? 15)),
      seekforward: ({ seekOffset }) => step(seekOffset ?? 30),
      seekto: ({ seekTime }) => seek(seekTime),
      previoustrack: chapters ? player.previous : null,
      nexttrack: chapters ? player.next : null,
    };
    for (const [name, action] of Object.entries(actions)) {
      try {
        session.setActionHandler(name, action);
      } catch {
        // This browser does not know the action.
      }
    }
  }
}
