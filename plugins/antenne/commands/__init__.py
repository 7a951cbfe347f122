"""The only door to Invoke: the commands that an author gives. Nothing is loaded before it is needed."""
