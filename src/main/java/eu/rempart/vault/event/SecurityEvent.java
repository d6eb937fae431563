package eu.rempart.vault.event;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a security engineer wants to know. Carries ids, codes and counts; never customer
 * data, never a secret.
 *
 * @param kind dotted, such as {@code vault.field.unopenable}
 * @param code what the person saw on the screen
 * @param address the client's IP address in text form
 */
public record SecurityEvent(
    String kind,
    Severity severity,
    @Nullable UUID memberId,
    @Nullable String code,
    @Nullable Place place,
    @Nullable String address,
    Map<String, String> detail) {

  public enum Severity {
    INFO,
    NOTICE,
    WARNING,
    ALARM
  }

  /** Which field it is about. */
  public record Place(String table, UUID recordId, String field) {}

  public static SecurityEvent of(String kind, Severity severity) {
    return new SecurityEvent(kind, severity, null, null, null, null, Map.of());
  }

  public SecurityEvent member(UUID id) {
    return new SecurityEvent(kind, severity, id, code, place, address, detail);
  }

  public SecurityEvent code(String shown) {
    return new SecurityEvent(kind, severity, memberId, shown, place, address, detail);
  }

  public SecurityEvent at(Place where) {
    return new SecurityEvent(kind, severity, memberId, code, where, address, detail);
  }

  public SecurityEvent from(String clientAddress) {
    return new SecurityEvent(kind, severity, memberId, code, place, clientAddress, detail);
  }

  public SecurityEvent with(String name, String value) {
    Map<String, String> more = new java.util.TreeMap<>(detail);
    more.put(name, value);
    return new SecurityEvent(kind, severity, memberId, code, place, address, Map.copyOf(more));
  }
}
