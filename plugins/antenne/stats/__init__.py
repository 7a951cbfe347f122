"""Listening back: downloads counted from the logs of servers, by the rules of the trade, with nothing personal kept."""

from antenne.stats.agents import AgentList, Agents, Kind
from antenne.stats.count import LIMIT, Choice, Count
from antenne.stats.documents import GUIDELINES, csv_document, json_document
from antenne.stats.moments import moment_of
from antenne.stats.opawg import FILES, SOURCE, AgentsUnreadable, entries_of, folder_agents, package_agents
from antenne.stats.own_agents import own_agents
from antenne.stats.page import page_document
from antenne.stats.plots import PLOTS
from antenne.stats.reading import Log, read_logs
from antenne.stats.recordings import Recordings, Title, recordings_of
from antenne.stats.result import REASONS, Result, result_of
from antenne.stats.windows import Window

__all__ = [
    "FILES",
    "GUIDELINES",
    "LIMIT",
    "PLOTS",
    "REASONS",
    "SOURCE",
    "AgentList",
    "Agents",
    "AgentsUnreadable",
    "Choice",
    "Count",
    "Kind",
    "Log",
    "Recordings",
    "Result",
    "Title",
    "Window",
    "csv_document",
    "entries_of",
    "folder_agents",
    "json_document",
    "moment_of",
    "own_agents",
    "package_agents",
    "page_document",
    "read_logs",
    "recordings_of",
    "result_of",
]
