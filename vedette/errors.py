"""The tree of errors; each names the place that it is about.

Error
├── SourceError              a source could not be read
│   ├── MissingSourceError   there is nothing at that address
│   ├── EmptySourceError     there is a file, without text
│   ├── ForeignSourceError   no reader knows this form
│   ├── DamagedSourceError   the form is known, the content is truncated or broken
│   └── EncodingError        the bytes are not text in the encoding they claim
├── CasebookError            the casebook itself
│   ├── MissingCasebookError there is no casebook at that path
│   ├── CasebookExistsError  there is one already
│   ├── CasebookVersionError it was written by a newer release
│   └── TamperedError        evidence or journal do not match their digests
├── QuestionError            the question cannot be answered as asked (unknown id, filter or format)
└── KnowledgeError           a data file of the product or of the user is not as it should be
"""


class Error(Exception):
    """Anything that vedette raises on purpose; `where` names the document, page, line or row."""

    def __init__(self, message: str, *, where: str) -> None:
        super().__init__(message)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class SourceError(Error):
    """A source could not be read."""


class MissingSourceError(SourceError):
    """There is nothing at that address."""


class EmptySourceError(SourceError):
    """There is a file, without text."""


class ForeignSourceError(SourceError):
    """No reader knows this form."""


class DamagedSourceError(SourceError):
    """The form is known, the content is truncated or broken."""


class EncodingError(SourceError):
    """The bytes are not text in the encoding they claim."""


class CasebookError(Error):
    """The casebook itself is missing, too new or altered."""


class MissingCasebookError(CasebookError):
    """There is no casebook at that path."""


class CasebookExistsError(CasebookError):
    """There is a casebook at that path already."""


class CasebookVersionError(CasebookError):
    """The casebook was written by a newer release."""


class TamperedError(CasebookError):
    """Evidence or journal do not match their digests."""


class QuestionError(Error):
    """The question cannot be answered as asked: an unknown id, filter or format."""


class KnowledgeError(Error):
    """A data file of the product or of the user is not as it should be."""
