"""Tables that rules read; each is made once and shipped."""
