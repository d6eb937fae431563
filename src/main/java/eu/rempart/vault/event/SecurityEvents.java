package eu.rempart.vault.event;

/** Keeps security events. Never blocks, never throws, whatever the database does. */
public interface SecurityEvents {

  void record(SecurityEvent event);
}
