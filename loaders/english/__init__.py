"""What reading English needs: names, verbs, noun phrases and clauses."""
