package eu.rempart.vault;

/** Keeps security events. Never blocks, never throws, whatever the database does. */
public interface SecurityEvents {

  void record(SecurityEvent event);
}
