"""The demonstration: real projects and historical people of Stockholm."""
