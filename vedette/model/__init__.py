"""model: the nouns: frozen records that every station speaks in, without input or output."""
