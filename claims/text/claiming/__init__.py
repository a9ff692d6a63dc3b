"""Claims that a text makes, offered to a person: the words, a statement of them, and why."""
