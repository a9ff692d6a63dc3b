"""Pages and actions: a form goes to a service, and what it refuses is shown beside the form."""
