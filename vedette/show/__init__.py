"""show: Here is an answer: show it."""
