"""The rules of cleaning, one module a fault; `corpus_cli.clean.order` says in what order they apply."""
