"""web: Here is an answer: a page of it, and its JSON twin."""
