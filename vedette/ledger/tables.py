"""The casebook's tables, as a tuple of migrations: the n-th brings version n to version n + 1.

A migration that has been released is never edited (a test pins each): a change is a new one at the end.
Records are JSON as `msgspec` writes the structs of `vedette.model`; the columns beside them are what is asked for.
"""

FIRST = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE journal (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,
        digest TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT""",
    "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END",
    "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END",
    # INSERT OR REPLACE would delete without a word to the trigger above.
    """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END""",
    """CREATE TABLE evidence (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, size INTEGER NOT NULL,
        seq INTEGER NOT NULL REFERENCES journal(seq)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE document (n INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id TEXT NOT NULL, url TEXT, outlet TEXT,
        published TEXT, evidence TEXT NOT NULL REFERENCES evidence(sha256), seq INTEGER NOT NULL REFERENCES journal(seq),
        record TEXT NOT NULL) STRICT""",
    "CREATE INDEX document_id ON document(id)",
    "CREATE INDEX document_seq ON document(seq)",
    "CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'documents are never edited'); END",
    "CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'documents are never edited'); END",
    """CREATE VIEW wording AS SELECT n, json_extract(record, '$.title') AS title, json_extract(record, '$.text') AS text
        FROM document""",
    # The index holds folded words (see search.py) and no text of its own. U+02BC is the apostrophe that is a letter,
    # U+00AD the hyphen that is none: with both named, the words of the index stand where those of the text stand.
    """CREATE VIRTUAL TABLE words USING fts5(title, text, content='wording', content_rowid='n',
        tokenize="unicode61 remove_diacritics 0 separators '\u02bc' tokenchars '\u00ad'")""",
    """CREATE TABLE reading (document TEXT PRIMARY KEY REFERENCES document(key), lang TEXT NOT NULL, made_by TEXT NOT NULL,
        seq INTEGER NOT NULL REFERENCES journal(seq)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE claim (document TEXT NOT NULL REFERENCES reading(document) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        claim TEXT NOT NULL, kind TEXT NOT NULL, phase TEXT NOT NULL, earliest TEXT, latest TEXT, record TEXT NOT NULL,
        PRIMARY KEY (document, ordinal)) STRICT""",
    "CREATE INDEX claim_key ON claim(claim)",
    """CREATE TABLE commentary (document TEXT NOT NULL REFERENCES reading(document) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        record TEXT NOT NULL, PRIMARY KEY (document, ordinal)) STRICT""",
    """CREATE TABLE repair (document TEXT NOT NULL REFERENCES reading(document) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        thing TEXT, record TEXT NOT NULL, PRIMARY KEY (document, ordinal)) STRICT""",
    """CREATE TABLE doubt (document TEXT NOT NULL REFERENCES reading(document) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
        station TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (document, ordinal)) STRICT""",
    "CREATE TABLE copy (ordinal INTEGER PRIMARY KEY, document TEXT NOT NULL, of TEXT NOT NULL, record TEXT NOT NULL) STRICT",
    "CREATE TABLE origin (ordinal INTEGER PRIMARY KEY, document TEXT NOT NULL, key TEXT, record TEXT NOT NULL) STRICT",
    """CREATE TABLE event (ordinal INTEGER PRIMARY KEY, event TEXT NOT NULL, episode TEXT NOT NULL, kind TEXT NOT NULL,
        earliest TEXT, latest TEXT, record TEXT NOT NULL) STRICT""",
    "CREATE TABLE tracing_doubt (ordinal INTEGER PRIMARY KEY, station TEXT NOT NULL, record TEXT NOT NULL) STRICT",
    """CREATE TABLE placement (claim TEXT PRIMARY KEY, event TEXT NOT NULL, episode TEXT NOT NULL) STRICT, WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST,)
