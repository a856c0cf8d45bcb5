"""benchmarks: Here is a reading: how good, how fast, how big, and against whom?"""
