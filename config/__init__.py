"""Settings, environment, urls, the one API object and the command line: the only place that knows every app."""
