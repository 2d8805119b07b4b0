"""One pipeline, entered by single commands and by scheduled batches alike."""
