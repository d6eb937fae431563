package eu.rempart.ops.backup;

import eu.rempart.ops.backup.engine.Technology;
import java.util.UUID;

/** What is kept apart: backups of one server, at one destination, by one technology. */
public record BackupCell(String server, UUID destination, Technology technology) {}
