"""The reader's words: messages with named places, numbers and lists in the reader's language."""

from loaders.text.messages import LANGUAGE, counted, listed, message, number, say

__all__ = ["LANGUAGE", "counted", "listed", "message", "number", "say"]
