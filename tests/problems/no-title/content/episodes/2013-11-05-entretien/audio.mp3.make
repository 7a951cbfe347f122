seconds=2
