"""resolve: Here is a name, a place, a day as written: which one is meant, and how sure?"""
