"""Volume: as many synthetic projects and people as are asked for, always the same."""
