"""mark: Here is a document: its language, sentences, words, mentions."""
