"""The process that reads strangers' recordings, what it is made of and no more: it is started again and again."""
