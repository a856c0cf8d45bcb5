"""models: Here are treebanks: the pipelines trained on them, and how good those are."""
