package eu.rempart.dashboard;

import java.util.UUID;

/** How many activities of a member were done. */
public record DoneFigure(UUID owner, int activities) {}
