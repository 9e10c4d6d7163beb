"The command line, labelled folders, reports, and training on several machines."
