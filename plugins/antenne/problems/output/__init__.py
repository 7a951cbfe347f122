"""Every rule on what goes out, by what it is about; a rule's code is for life."""
