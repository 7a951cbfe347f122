seconds=3
