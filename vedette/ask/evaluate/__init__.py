"""evaluate: Here is a reading and here is gold; how much of it is right?"""
