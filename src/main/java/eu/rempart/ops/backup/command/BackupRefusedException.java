package eu.rempart.ops.backup.command;

import java.io.Serial;

/** A command can't be done; its code has a sentence in {@code i18n/backup.properties}. */
final class BackupRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Object[] values;

  /**
   * @param code such as {@code not-running}
   * @param values for its sentence
   */
  BackupRefusedException(String code, Object... values) {
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
