package eu.rempart.ops.site.command;

import java.io.Serial;

/** A command can't be done; its code has a sentence in {@code i18n/site.properties}. */
final class SiteRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Object[] values;

  /**
   * @param code such as {@code join-expired}
   * @param values for its sentence
   */
  SiteRefusedException(String code, Object... values) {
    super(code);
    this.code = code;
    this.values = values.clone();
  }

  String code() {
    return code;
  }

  Object[] values() {
    return values.clone();
  }
}
