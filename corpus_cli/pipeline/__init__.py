"""The chain: inputs to chunks of lines, stages over chunks, outputs with books that must balance."""
