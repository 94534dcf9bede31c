"""The person's side over HTTP: what the web page of phones and other outsiders talk to."""
