"""Quality and speed, each beside its peers in the same run."""
