"""ask: Here is a question: an answer with its words and its doubts."""
