"""trace: Here is a document: from whom was it copied? How many voices are independent?"""
