"""A small list of our own: user agents that their makers document or that speak for themselves."""

from __future__ import annotations

import re

from antenne.stats.agents import AgentList, Entry, Kind

_BOTS = (
    r"^(?:curl|Wget|aria2|python-requests|python-httpx|Python-urllib|aiohttp|Go-http-client|Java|libwww-perl|Ruby)\b"
    r"|^(?:Apache-HttpClient|axios|node-fetch|undici|GuzzleHttp|Scrapy|HeadlessChrome|Lavf|reqwest)\b"
    r"|Googlebot|bingbot|GPTBot|ClaudeBot|CCBot|Bytespider|facebookexternalhit|Slackbot|Twitterbot|Applebot"
    r"|iTMS|itunesstored|FeedValidator|Podchaser|PodcastIndex|Podnews|Trackable|AmazonNewsContentService|OP3"
)
_APPS = (
    ("AntennaPod", r"^AntennaPod/"),
    ("Apple Podcasts", r"^(?:Podcasts|Balados|Podcast)/|^iTunes/"),
    ("Castbox", r"^Cast[Bb]ox"),
    ("Castro", r"^Castro "),
    ("Deezer", r"^Deezer"),
    ("Downcast", r"^Gluten Free|Downcast/"),
    ("Fountain", r"^Fountain"),
    ("gPodder", r"^gPodder/"),
    ("Overcast", r"^Overcast/"),
    ("Player FM", r"^Player FM"),
    ("Pocket Casts", r"Pocket ?Casts/|^Shifty Jelly"),
    ("Podcast Addict", r"^PodcastAddict/|Podcast Addict"),
    ("Podverse", r"^Podverse/"),
    ("Spotify", r"^Spotify/"),
    ("TrueFans", r"^TrueFans"),
    ("VLC", r"^VLC/"),
    ("Apple Core Media", r"^AppleCoreMedia/"),
    ("Amazon Alexa", r"^AlexaMediaPlayer/|^Echo/"),
    ("Google Chromecast", r"CrKey/"),
    ("ExoPlayer", r"ExoPlayerLib/|stagefright/"),
    ("Edge", r"Edg(?:e|A|iOS)?/"),
    ("Opera", r"OPR/|OPT/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/"),
    ("Safari", r"AppleWebKit.*Safari/"),
)


def own_agents() -> AgentList:
    """Return the list."""
    bots = Entry(name="", pattern=re.compile(_BOTS), kind=Kind.BOT)
    apps = (Entry(name=name, pattern=re.compile(pattern)) for name, pattern in _APPS)
    return AgentList(source="Antenne's own short list", entries=(bots, *apps))
