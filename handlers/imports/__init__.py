"""Files for the school: templates out, a file in, its preview, the decision."""
